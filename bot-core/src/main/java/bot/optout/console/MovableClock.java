package bot.optout.console;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told the time: conversations can be played years ahead. */
final class MovableClock extends Clock {
  private volatile Instant now;

  MovableClock(InstantSource start) {
    this.now = start.instant();
  }

  /** Time never runs back. */
  void moveTo(Instant time) {
    now = time.isAfter(now) ? time : now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
