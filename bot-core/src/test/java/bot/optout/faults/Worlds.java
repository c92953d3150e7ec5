package bot.optout.faults;

import static org.junit.jupiter.api.Assertions.fail;

import bot.optout.transcript.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many worlds, one after the other. */
final class Worlds {
  /** A database grows with every world, so there is a new one after so many. */
  private static final int A_DATABASE = 100;

  private Worlds() {}

  /** So many, or as many as {@code -Dworlds} says; with {@code -Dseed} that one alone. */
  static void live(Function<Clock, Disk> formatted, int many) {
    Long seed = Long.getLong("seed");
    if (seed != null) {
      var unused = live(formatted, seed, seed + 1);
      return;
    }
    int worlds = Integer.getInteger("worlds", many);
    for (int first = 1; first <= worlds; first += A_DATABASE) {
      var unused = live(formatted, first, Math.min(first + A_DATABASE, worlds + 1));
    }
  }

  /**
   * From the first to before the last.
   *
   * @return everything that everybody saw
   */
  static List<String> live(Function<Clock, Disk> formatted, long first, long last) {
    List<String> seen = new ArrayList<>();
    SettableClock clock = new SettableClock(Instant.EPOCH);
    try (Disk disk = formatted.apply(clock);
        Machine one = new Machine(0, disk, clock);
        Machine two = new Machine(1, disk, clock);
        Better better = new Better()) {
      for (long seed = first; seed < last; seed++) {
        seen.addAll(live(seed, new World(seed, clock, List.of(one, two), better)));
      }
    }
    return seen;
  }

  private static List<String> live(long seed, World world) {
    try {
      return world.live();
    } catch (RuntimeException | AssertionError broken) {
      return fail("seed " + seed + " (again with -Dseed=" + seed + ")", broken);
    }
  }
}
