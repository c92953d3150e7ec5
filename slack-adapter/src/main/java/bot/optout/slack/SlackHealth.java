package bot.optout.slack;

import bot.optout.operation.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether Slack hears us and we hear Slack. The age of the last sign of life counts, not a
 * library's word for it.
 */
final class SlackHealth {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Clock clock;
  private final boolean quiet;
  private final Set<Object> connected = ConcurrentHashMap.newKeySet();
  private volatile boolean tokenValid = true;
  private volatile Instant lastSign = Instant.EPOCH;

  /** For lines that are pinged, so that silence means that they are dead. */
  SlackHealth(Clock clock) {
    this(clock, false);
  }

  private SlackHealth(Clock clock, boolean quiet) {
    this.clock = clock;
    this.quiet = quiet;
  }

  /** For requests, which may not come for days. */
  static SlackHealth quiet(Clock clock) {
    return new SlackHealth(clock, true);
  }

  List<Check> checks() {
    return List.of(
        new Check("slack-connection", this::isConnected, this::detail),
        new Check("slack-token", this::isTokenValid));
  }

  boolean isConnected() {
    return !connected.isEmpty() && (quiet || since(lastSign).compareTo(SILENCE) < 0);
  }

  /** Since Slack last gave a sign of life; empty before the first. */
  Optional<Duration> silence() {
    return lastSign.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(since(lastSign));
  }

  private String detail() {
    return silence()
        .map(time -> lines() + "last sign of life " + time.toSeconds() + " s ago")
        .orElse("no sign of life yet");
  }

  private String lines() {
    return quiet ? "" : "lines: " + connected.size() + ", ";
  }

  boolean isTokenValid() {
    return tokenValid;
  }

  void signOfLife() {
    lastSign = clock.instant();
  }

  /**
   * @param line one of several ways by which Slack reaches us
   */
  void connected(Object line, boolean now) {
    if (now) {
      connected.add(line);
      signOfLife();
    } else {
      connected.remove(line);
    }
  }

  void tokenSeen(boolean valid) {
    tokenValid = valid;
  }

  private Duration since(Instant time) {
    return Duration.between(time, clock.instant());
  }
}
