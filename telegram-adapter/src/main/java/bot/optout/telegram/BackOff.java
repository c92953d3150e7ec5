package bot.optout.telegram;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Ever longer pauses after one failure and another, scattered so that two of us do not march in
 * step.
 */
final class BackOff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures = 0;

  BackOff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  void reset() {
    failures = 0;
  }

  Duration next() {
    long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 20));
    failures++;
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
