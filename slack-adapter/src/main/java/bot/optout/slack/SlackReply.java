package bot.optout.slack;

import bot.optout.delivery.Sending;
import com.google.gson.JsonObject;
import java.time.Duration;

/** How a request to Slack ended. */
sealed interface SlackReply {
  /** Slack did it. */
  record Done(JsonObject body) implements SlackReply {
    @Override
    public String toString() {
      return "Done";
    }
  }

  /** Slack says no, by the name of an error such as {@code channel_not_found}. */
  record Denied(String error) implements SlackReply {}

  /**
   * Too many requests.
   *
   * @param early Slack was not asked: it would have said so
   */
  record Limited(Duration pause, boolean early) implements SlackReply {
    Sending sending() {
      return early ? new Sending.Later(pause) : new Sending.RetryAfter(pause);
    }
  }

  /** Nothing happened: the request did not leave, or Slack is out of order and says so. */
  record Unreached(String reason) implements SlackReply {}

  /** The request left and no usable answer came. */
  record Unanswered(String reason) implements SlackReply {}
}
