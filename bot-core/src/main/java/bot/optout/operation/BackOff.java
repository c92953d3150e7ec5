package bot.optout.operation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Ever longer pauses after one failure and another: each twice as long as the one before, up to a
 * limit, and scattered over its second half so that two of us do not march in step. For one thread.
 */
public final class BackOff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures = 0;

  public BackOff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** It went well: the next pause is a first one again. */
  public void reset() {
    failures = 0;
  }

  /** How long to wait after one more failure. */
  public Duration next() {
    long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 20));
    failures++;
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
