package bot.optout.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

  /** Since the last beat; empty before the first. */
  Optional<Duration> age() {
    Instant since = last;
    return since.equals(Instant.MIN)
        ? Optional.empty()
        : Optional.of(Duration.between(since, clock.instant()));
  }

  String detail() {
    return age().map(time -> "last answer " + time.toSeconds() + " s ago").orElse("no answer yet");
  }

  boolean isFresh() {
    return last.isAfter(clock.instant().minus(longestSilence));
  }
}
