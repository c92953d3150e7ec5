package bot.optout.slack;

import java.time.Duration;
import java.util.Random;

/** How long to wait after the n-th failure in a row: doubling, capped, and not all at once. */
final class Backoff {
  private final Duration first;
  private final Duration most;
  private final Random random;
  private int failures;

  Backoff(Duration first, Duration most, Random random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  void succeeded() {
    failures = 0;
  }

  Duration failed() {
    long doubled = first.toMillis() << Math.min(failures++, 20);
    long capped = Math.min(doubled, most.toMillis());
    return Duration.ofMillis(capped / 2 + (long) (random.nextDouble() * capped / 2));
  }
}
