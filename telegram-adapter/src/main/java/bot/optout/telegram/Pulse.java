package bot.optout.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When Telegram last answered a poll as it should: the only sign of life that can be trusted. */
final class Pulse {
  private final Clock clock;
  private final Duration longestSilence;
  private volatile Instant last = Instant.MIN;

  Pulse(Clock clock, Duration longestSilence) {
    this.clock = clock;
    this.longestSilence = longestSilence;
  }

  void beat() {
    last = clock.instant();
  }

  boolean isFresh() {
    return last.isAfter(clock.instant().minus(longestSilence));
  }
}
