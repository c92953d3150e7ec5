package bot.optout.delivery;

import java.time.Duration;
import java.util.List;

/** How a delivery ended. Trouble that is to be expected is a value. */
public sealed interface Sending {
  /**
   * Delivered.
   *
   * @param references of the messages that now stand in the chat, the one with the buttons last;
   *     empty where the platform gives none
   */
  record Delivered(List<String> references) implements Sending {
    public Delivered {
      references = List.copyOf(references);
    }

    @Override
    public String toString() {
      return "Delivered";
    }
  }

  /** Nothing was sent, try again: connection refused, 5xx with a body. */
  record Failed(String reason) implements Sending {}

  /** Nothing was sent, the platform refused it for now and named the time to wait (429). */
  record RetryAfter(Duration delay) implements Sending {}

  /** Nothing was sent: we did not ask, to keep within a limit or because it is not time yet. */
  record Later(Duration delay) implements Sending {}

  /**
   * The request left and no answer came: it may or may not have arrived. Sent once more at most.
   */
  record Ambiguous(String reason) implements Sending {}

  /** The platform will never take this message; it is dropped and counted. */
  record Refused(String reason) implements Sending {}

  /** The person blocked the bot or the chat is gone: nothing more is sent there. */
  record Gone() implements Sending {}
}
