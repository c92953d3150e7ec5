package bot.optout.faults;

import bot.optout.Incoming;
import bot.optout.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A platform that is asked, like Telegram: it keeps updates until a higher offset confirms them,
 * refuses one of two who ask at once, and after a week without updates its numbers start anywhere.
 */
final class PollingQueue implements Queue {
  private static final int BATCH = 4;
  private static final int CONFLICT_IN = 6;

  private final Random random;
  private final List<Update> waiting = new ArrayList<>();
  private final Map<Integer, Long> offsets = new HashMap<>();
  private long nextId = 700_000_000L;

  private record Update(long id, Incoming incoming) {}

  PollingQueue(Random random) {
    this.random = random;
  }

  @Override
  public void add(Incoming incoming) {
    waiting.add(new Update(nextId++, incoming));
  }

  @Override
  public void quietWeek() {
    nextId = random.nextInt(1_000_000_000);
  }

  /** As the loop of the adapter does: the offset moves once the whole batch is stored. */
  @Override
  public void handTo(Node node) {
    if (random.nextInt(CONFLICT_IN) == 0) {
      return;
    }
    List<Update> batch = poll(offsets.getOrDefault(node.index(), 0L));
    try {
      batch.forEach(update -> node.accept(update.incoming()));
    } catch (StoreException again) {
      return;
    }
    if (batch.isEmpty()) {
      offsets.remove(node.index());
    } else {
      offsets.put(node.index(), batch.get(batch.size() - 1).id() + 1);
    }
  }

  /** The process forgot its offset with everything else. */
  void restarted(int index) {
    offsets.remove(index);
  }

  private List<Update> poll(long offset) {
    if (offset > 0 && offset <= nextId + 10) {
      waiting.removeIf(update -> update.id() < offset);
    }
    return List.copyOf(waiting.subList(0, Math.min(BATCH, waiting.size())));
  }

  @Override
  public boolean isEmpty() {
    return waiting.isEmpty();
  }
}
