package bot.optout.operation;

import bot.optout.delivery.Pause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Ever longer {@link Pause}s after one failure and another, until something goes well. For one
 * thread.
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
    return Pause.after(failures++, first, longest, random);
  }
}
