package bot.optout.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a machine that is a little fast or slow. */
final class ShiftedClock extends Clock {
  private final Clock right;
  private Duration shift = Duration.ZERO;

  ShiftedClock(Clock right) {
    this.right = right;
  }

  void shift(Duration by) {
    shift = by;
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(shift);
  }
}
