package bot.optout.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that this process may send until its lease ends.
 *
 * @param id grows; safe to log
 * @param cardReference the card that stands in the conversation now
 * @param attempts the tries so far, this one included
 * @param ambiguous an earlier try may have arrived: its answer got lost, or its process died
 * @param created when it was decided
 * @param claim proves that the message is still ours
 */
public record ClaimedMessage(
    long id,
    ConversationKey conversation,
    String payload,
    CardRole card,
    Optional<String> cardReference,
    int attempts,
    boolean ambiguous,
    Instant created,
    String claim) {
  @Override
  public String toString() {
    return "ClaimedMessage[" + id + ", " + card + ", try " + attempts + "]";
  }
}
