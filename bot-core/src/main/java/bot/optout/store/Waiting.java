package bot.optout.store;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something of a person's that waits: to be handled, to be sent, or for the operator.
 *
 * @param kind what it waits for
 * @param id within its kind's table; an event's is that of {@link ClaimedEvent#id}
 * @param when it is or was due; of a message, when it was decided
 * @param payload decrypted when it is asked for
 */
public record Waiting(Kind kind, long id, Instant when, Supplier<String> payload) {
  /** What it waits for. */
  public enum Kind {
    /** It arrived and waits for its turn. */
    ARRIVED,
    /** The bot set it for itself, for later. */
    LATER,
    /** It could not be handled and waits for the operator. */
    ASIDE,
    /** It is to be sent. */
    MESSAGE
  }

  @Override
  public String toString() {
    return "Waiting[" + kind + "]";
  }
}
