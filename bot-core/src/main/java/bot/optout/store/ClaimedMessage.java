package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that this process may send until its lease ends.
 *
 * @param id grows; safe to log
 * @param cardReference the card that stands in the conversation now
 * @param parts that are done, of a message of several: for each its reference or nothing
 * @param attempts the tries since the last of them, this one included
 * @param ambiguous an earlier one of these may have arrived: its answer got lost, or its process
 *     died
 * @param created when it was decided
 * @param claim proves that the message is still ours
 */
public record ClaimedMessage(
    long id,
    ConversationKey conversation,
    String payload,
    CardRole card,
    Optional<String> cardReference,
    List<String> parts,
    int attempts,
    boolean ambiguous,
    Instant created,
    String claim) {
  public ClaimedMessage {
    parts = List.copyOf(parts);
  }

  @Override
  public String toString() {
    return "ClaimedMessage[" + id + ", " + card + ", try " + attempts + "]";
  }
}
