package bot.optout.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import bot.optout.transcript.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hundred worlds in the build, ten thousand with {@code -Pdeep}; {@code -Dseed=17} lives
 * through the seventeenth alone.
 */
final class SimulationTest {
  private static final int IN_THE_BUILD = 200;
  private static final int DEEP = 10_000;

  /** A database in memory grows with every world, so there is a new one after so many. */
  private static final int A_DATABASE = 100;

  @BeforeAll
  static void quiet() {
    Quiet.begin();
  }

  @AfterAll
  static void loud() {
    Quiet.end();
  }

  @Test
  void whatever_goes_wrong_everybody_sees_what_they_should() {
    Long seed = Long.getLong("seed");
    if (seed != null) {
      lives(seed, seed + 1);
      return;
    }
    int worlds = Integer.getInteger("worlds", Boolean.getBoolean("deep") ? DEEP : IN_THE_BUILD);
    for (int first = 1; first <= worlds; first += A_DATABASE) {
      lives(first, Math.min(first + A_DATABASE, worlds + 1));
    }
  }

  /** 394: whoever stood still before the claim was written held a lease that was over. */
  @ParameterizedTest
  @ValueSource(longs = {394})
  void what_went_wrong_once_does_not_again(long seed) {
    assertFalse(lives(seed, seed + 1).isEmpty());
  }

  @Test
  void a_seed_is_the_same_world_every_time() {
    assertEquals(lives(4, 5), lives(4, 5));
  }

  /** Worlds from the first to before the last. */
  private static List<String> lives(long first, long last) {
    List<String> seen = new ArrayList<>();
    SettableClock clock = new SettableClock(Instant.EPOCH);
    try (Disk disk = Disk.inMemory(clock);
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
