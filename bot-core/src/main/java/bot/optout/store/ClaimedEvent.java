package bot.optout.store;

import java.time.Instant;

/**
 * An event that this process may have a turn about until its lease ends.
 *
 * @param id grows; safe to log
 * @param attempts the tries so far, this one included
 * @param claim proves that the event is still ours
 */
public record ClaimedEvent(
    long id,
    ConversationKey conversation,
    String payload,
    int attempts,
    Instant due,
    String claim) {
  @Override
  public String toString() {
    return "ClaimedEvent[" + id + ", try " + attempts + "]";
  }
}
