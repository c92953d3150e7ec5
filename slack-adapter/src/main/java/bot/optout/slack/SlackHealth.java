package bot.optout.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether Slack hears us and we hear Slack. The age of the last sign of life counts, not a
 * library's word for it.
 */
final class SlackHealth {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Clock clock;
  private volatile boolean connected;
  private volatile boolean tokenValid = true;
  private volatile Instant lastSign = Instant.EPOCH;

  SlackHealth(Clock clock) {
    this.clock = clock;
  }

  boolean isConnected() {
    return connected && Duration.between(lastSign, clock.instant()).compareTo(SILENCE) < 0;
  }

  boolean isTokenValid() {
    return tokenValid;
  }

  void signOfLife() {
    lastSign = clock.instant();
  }

  void connected(boolean now) {
    connected = now;
    if (now) {
      signOfLife();
    }
  }

  void tokenSeen(boolean valid) {
    tokenValid = valid;
  }
}
