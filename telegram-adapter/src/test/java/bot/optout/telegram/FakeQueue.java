package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The updates that Telegram keeps for the bot until it confirms them. Guarded by its owner. */
final class FakeQueue {
  private static final Set<String> SAID = Set.of("message", "edited_message");

  /**
   * @param lane what is in the same one is brought to a webhook one after the other: what people
   *     say in one chat, and everything else by its kind and person
   */
  record Waiting(long id, String lane, String update) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<String> allowed = new HashSet<>();
  private long nextId;

  FakeQueue(long firstId) {
    this.nextId = firstId;
  }

  void add(String kind, ObjectNode update) {
    if (allowed.isEmpty() || allowed.contains(kind)) {
      update.put("update_id", nextId);
      waiting.add(new Waiting(nextId, lane(kind, update.path(kind)), update.toString()));
      nextId++;
    }
  }

  /** An update that is not even JSON; {@code ID} in it becomes its number. */
  void addRaw(String update) {
    waiting.add(new Waiting(nextId, "raw", update.replace("ID", Long.toString(nextId))));
    nextId++;
  }

  private static String lane(String kind, JsonNode content) {
    return SAID.contains(kind)
        ? content.path("chat").path("id").asText()
        : kind + content.path("from").path("id").asText();
  }

  /** No list of kinds leaves it as it was, an empty one means all. */
  void allow(JsonNode kinds) {
    if (kinds.isArray()) {
      allowed.clear();
      kinds.forEach(kind -> allowed.add(kind.asText().toLowerCase(Locale.ROOT)));
    }
  }

  /** Confirms what lies before the offset; one far beyond the newest update confirms nothing. */
  List<String> from(long offset, int limit) {
    if (offset > 0 && offset <= nextId + 10) {
      waiting.removeIf(update -> update.id() < offset);
    }
    return waiting.stream().limit(limit).map(Waiting::update).toList();
  }

  /** The first of those that come next in a lane that is not in this set. */
  Optional<Waiting> firstBeside(Set<String> lanes) {
    return waiting.stream().filter(update -> !lanes.contains(update.lane())).findFirst();
  }

  void confirm(long id) {
    waiting.removeIf(update -> update.id() == id);
  }

  /** As after a week without updates: the numbers start again, anywhere. */
  void restartAt(long id) {
    nextId = id;
  }

  int size() {
    return waiting.size();
  }
}
