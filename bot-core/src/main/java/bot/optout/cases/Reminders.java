package bot.optout.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a person is to be reminded: in the late morning of their own day, never at night. */
public final class Reminders {
  /** Where only the country is known, its other time zones still have day at that hour. */
  private static final LocalTime HOUR = LocalTime.of(11, 0);

  private static final LocalTime NIGHT_BEGINS = LocalTime.of(20, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(9, 0);

  private Reminders() {}

  /** All reminders of a case as it stands, past ones as well. */
  public static List<Reminder> of(Case one, ZoneId zone) {
    List<Reminder> plan = new ArrayList<>();
    if (!one.reminders() || one.isClosed()) {
      return plan;
    }
    if (one.pending().isPresent()) {
      LocalDate day = one.pending().get().since().plusDays(1);
      plan.add(at(Reminder.Purpose.SENT, notBefore(day, one.snoozed()), zone));
    } else if (one.status().waits() && one.due().isPresent()) {
      plan.addAll(ofTheTerm(one.due().get().day(), one.snoozed(), zone));
    }
    return plan;
  }

  private static List<Reminder> ofTheTerm(LocalDate due, Optional<LocalDate> snoozed, ZoneId zone) {
    List<Reminder> plan = new ArrayList<>();
    LocalDate eve = due.minusDays(1);
    if (!notBefore(eve, snoozed).isAfter(eve)) {
      plan.add(at(Reminder.Purpose.TOMORROW, eve, zone));
    }
    plan.add(at(Reminder.Purpose.PASSED, notBefore(due.plusDays(1), snoozed), zone));
    return plan;
  }

  /** Whether a reminder that became due is still right: the case may have changed meanwhile. */
  public static boolean isRight(Case one, Reminder.Purpose purpose, Instant now, ZoneId zone) {
    boolean planned =
        of(one, zone).stream()
            .anyMatch(plan -> plan.purpose() == purpose && !plan.at().isAfter(now));
    LocalDate today = LocalDate.ofInstant(now, zone);
    boolean tooLate =
        purpose == Reminder.Purpose.TOMORROW
            && one.due().filter(due -> !today.isAfter(due.day())).isEmpty();
    boolean again = one.told().filter(new Told(purpose, today)::equals).isPresent();
    return planned && !tooLate && !again;
  }

  /** The end of the night, if it is night there now. */
  public static Optional<Instant> afterTheNight(Instant now, ZoneId zone) {
    ZonedDateTime there = now.atZone(zone);
    LocalTime time = there.toLocalTime();
    if (!time.isBefore(NIGHT_BEGINS)) {
      return Optional.of(
          there.toLocalDate().plusDays(1).atTime(NIGHT_ENDS).atZone(zone).toInstant());
    }
    return time.isBefore(NIGHT_ENDS)
        ? Optional.of(there.toLocalDate().atTime(NIGHT_ENDS).atZone(zone).toInstant())
        : Optional.empty();
  }

  private static LocalDate notBefore(LocalDate day, Optional<LocalDate> earliest) {
    return earliest.filter(day::isBefore).orElse(day);
  }

  private static Reminder at(Reminder.Purpose purpose, LocalDate day, ZoneId zone) {
    return new Reminder(purpose, day.atTime(HOUR).atZone(zone).toInstant());
  }
}
