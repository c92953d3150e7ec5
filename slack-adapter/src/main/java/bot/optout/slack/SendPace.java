package bot.optout.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps to so many calls a time for each key, such as Slack's one message a second in a channel;
 * short bursts allowed. It never waits: whoever is early is told for how long, so that no
 * conversation holds up another. Of many who are early each is told another time, or all would come
 * back at once for the one call that is free by then.
 */
final class SendPace {
  private static final int REMEMBERED = 10_000;

  /** Nobody is sent further back than this many calls: not all who were told a time come back. */
  private static final int LONGEST_QUEUE = 50;

  private final Clock clock;
  private final Duration interval;
  private final Duration credit;
  private final Map<String, Instant> paidUntil = new LinkedHashMap<>();
  private final Map<String, Instant> lastTold = new LinkedHashMap<>();

  /**
   * @param burst messages that may go at once after a silence
   */
  SendPace(Clock clock, Duration interval, int burst) {
    this.clock = clock;
    this.interval = interval;
    this.credit = interval.multipliedBy(burst - 1L);
  }

  /** Zero, and the call is counted; or how long to wait before asking again. */
  synchronized Duration next(String key) {
    Instant now = clock.instant();
    Instant paid = paidUntil.getOrDefault(key, now);
    Instant from = paid.isAfter(now) ? paid : now;
    Duration early = Duration.between(now.plus(credit), from);
    if (early.compareTo(Duration.ZERO) > 0) {
      return Duration.between(now, turn(key, now.plus(early)));
    }
    remember(paidUntil, key, from.plus(interval));
    return Duration.ZERO;
  }

  /** The time that is told: when the next call is free, or behind those who were told before. */
  private Instant turn(String key, Instant free) {
    Instant behind = lastTold.getOrDefault(key, Instant.MIN).plus(interval);
    Instant latest = free.plus(interval.multipliedBy(LONGEST_QUEUE));
    Instant turn = behind.isBefore(free) ? free : behind.isAfter(latest) ? latest : behind;
    remember(lastTold, key, turn);
    return turn;
  }

  private static void remember(Map<String, Instant> times, String key, Instant time) {
    times.remove(key);
    times.put(key, time);
    if (times.size() > REMEMBERED) {
      times.remove(times.keySet().iterator().next());
    }
  }
}
