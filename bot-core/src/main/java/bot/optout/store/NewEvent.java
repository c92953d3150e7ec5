package bot.optout.store;

import java.time.Instant;

/**
 * Something to have a turn about, at once or later.
 *
 * @param dedupeKey of an accepted event: unique within platform and tenant. Of a due event that a
 *     {@link Decision} adds: a name such as {@code remind:3}, unique within its conversation; a
 *     later one of the same name replaces the earlier one
 * @param payload opaque to the store; kept encrypted and erased when done
 * @param due not before this moment
 */
public record NewEvent(
    String dedupeKey, ConversationKey conversation, String payload, Instant due) {
  @Override
  public String toString() {
    return "NewEvent[" + conversation.platform() + ", due " + due + "]";
  }
}
