package bot.optout.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before something that failed is tried again. */
public final class Pause {
  private static final int MOST_DOUBLINGS = 20;

  private Pause() {}

  /**
   * Twice as long with every failure, up to a limit, and scattered over its second half so that
   * many do not come at once.
   *
   * @param failures before this one; 0 for the first
   * @param first after the first failure
   * @param longest at least {@code first}
   */
  public static Duration after(
      int failures, Duration first, Duration longest, RandomGenerator random) {
    long full =
        Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, MOST_DOUBLINGS));
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
