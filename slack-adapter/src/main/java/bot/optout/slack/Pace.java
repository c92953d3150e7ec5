package bot.optout.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps to Slack's one message a second in a channel, short bursts allowed. It never waits: whoever
 * is early is told for how long, so that no conversation holds up another.
 */
final class Pace {
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Duration interval;
  private final Duration credit;
  private final Map<String, Instant> paidUntil = new LinkedHashMap<>();

  /**
   * @param burst messages that may go at once after a silence
   */
  Pace(Clock clock, Duration interval, int burst) {
    this.clock = clock;
    this.interval = interval;
    this.credit = interval.multipliedBy(burst - 1L);
  }

  /** Zero, and the message is counted; or how long to wait before asking again. */
  synchronized Duration next(String channel) {
    Instant now = clock.instant();
    Instant paid = paidUntil.getOrDefault(channel, now);
    Instant from = paid.isAfter(now) ? paid : now;
    Duration early = Duration.between(now.plus(credit), from);
    if (early.compareTo(Duration.ZERO) > 0) {
      return early;
    }
    paidUntil.remove(channel);
    paidUntil.put(channel, from.plus(interval));
    if (paidUntil.size() > REMEMBERED) {
      paidUntil.remove(paidUntil.keySet().iterator().next());
    }
    return Duration.ZERO;
  }
}
