package bot.optout.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    Worlds.live(Disk::inMemory, Boolean.getBoolean("deep") ? DEEP : IN_THE_BUILD);
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

  private static List<String> lives(long first, long last) {
    return Worlds.live(Disk::inMemory, first, last);
  }
}
