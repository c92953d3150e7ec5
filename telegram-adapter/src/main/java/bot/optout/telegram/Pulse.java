package bot.optout.telegram;

import bot.optout.operation.Check;
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

  Check check() {
    return new Check("telegram", this::isFresh, this::detail);
  }

  private String detail() {
    return age().map(time -> "last answer " + time.toSeconds() + " s ago").orElse("no answer yet");
  }

  boolean isFresh() {
    return isWithinSilence(last);
  }

  /** Whether somebody who listens since then has waited in vain for too long. */
  boolean isLost(Instant since) {
    return !isFresh() && !isWithinSilence(since);
  }

  private boolean isWithinSilence(Instant then) {
    return then.isAfter(clock.instant().minus(longestSilence));
  }
}
