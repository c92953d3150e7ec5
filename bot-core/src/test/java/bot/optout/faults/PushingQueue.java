package bot.optout.faults;

import bot.optout.Incoming;
import bot.optout.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A platform that brings everything itself, like Slack: in any order, to any process, again while
 * it hears no acknowledgement, and sometimes again although it heard one.
 */
final class PushingQueue implements Queue {
  private static final int ACK_LOST_IN = 5;
  private static final int AGAIN_IN = 5;

  private final Random random;
  private final List<Incoming> open = new ArrayList<>();
  private final List<Incoming> done = new ArrayList<>();

  PushingQueue(Random random) {
    this.random = random;
  }

  @Override
  public void add(Incoming incoming) {
    open.add(incoming);
  }

  @Override
  public void quietWeek() {
    // Nothing of last week comes again.
    done.clear();
  }

  @Override
  public void handTo(Node node) {
    boolean again = !done.isEmpty() && random.nextInt(AGAIN_IN) == 0;
    List<Incoming> from = again ? done : open;
    if (from.isEmpty()) {
      return;
    }
    Incoming incoming = from.get(random.nextInt(from.size()));
    try {
      node.accept(incoming);
    } catch (StoreException unknown) {
      node.resolve(incoming);
      return;
    }
    if (!again && random.nextInt(ACK_LOST_IN) != 0) {
      open.remove(incoming);
      done.add(incoming);
    }
  }

  @Override
  public boolean isEmpty() {
    return open.isEmpty();
  }
}
