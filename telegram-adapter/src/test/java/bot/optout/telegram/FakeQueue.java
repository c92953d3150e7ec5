package bot.optout.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The updates that Telegram keeps for the bot until it confirms them. Guarded by its owner. */
final class FakeQueue {
  record Waiting(long id, String update) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private Set<String> allowed = Set.of();
  private long nextId;

  FakeQueue(long firstId) {
    this.nextId = firstId;
  }

  void add(String kind, ObjectNode update) {
    if (allowed.isEmpty() || allowed.contains(kind)) {
      update.put("update_id", nextId);
      waiting.add(new Waiting(nextId, update.toString()));
      nextId++;
    }
  }

  /** An update that is not even JSON; {@code ID} in it becomes its number. */
  void addRaw(String update) {
    waiting.add(new Waiting(nextId, update.replace("ID", Long.toString(nextId))));
    nextId++;
  }

  void allow(Set<String> kinds) {
    allowed = new HashSet<>(kinds);
  }

  /** Confirms what lies before the offset; one far beyond the newest update confirms nothing. */
  List<String> from(long offset, int limit) {
    if (offset > 0 && offset <= nextId + 10) {
      waiting.removeIf(update -> update.id() < offset);
    }
    return waiting.stream().limit(limit).map(Waiting::update).toList();
  }

  Waiting first() {
    return waiting.get(0);
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
