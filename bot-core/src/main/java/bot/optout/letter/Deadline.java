package bot.optout.letter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * Until when an answer is due. Counted by the calendar from the day of receipt; public holidays are
 * not considered.
 *
 * @param received the day on which the company got the letter
 * @param extended whether the company has extended its time, as the law allows
 */
public record Deadline(LocalDate received, LocalDate due, boolean extended, Rule rule) {
  /**
   * The law's term.
   *
   * @param period empty if the law sets none; the date is then only suggested
   * @param extension how much longer it may take if the company says so in time
   * @param provision where the law says it, as it is cited
   * @param endsOnWorkday whether a term that ends on a Saturday or Sunday runs on until Monday
   * @param suggested what to wait for where the law sets no term
   */
  public record Rule(
      Optional<Period> period,
      Optional<Period> extension,
      Optional<String> provision,
      boolean endsOnWorkday,
      Period suggested) {
    /** The law sets no term. */
    public static final Rule NONE = suggesting(Period.ofDays(30));

    /** Reminders and answers name a date of their own. */
    public static final Rule TWO_WEEKS = suggesting(Period.ofWeeks(2));

    public static Rule suggesting(Period wait) {
      return new Rule(Optional.empty(), Optional.empty(), Optional.empty(), false, wait);
    }

    /** Whether the date is the law's, and not only suggested. */
    public boolean legal() {
      return period.isPresent();
    }
  }

  /** The end of a term that begins with this day; 31 January and a month is the end of February. */
  public static Deadline of(LocalDate received, Rule rule) {
    LocalDate end = received.plus(rule.period().orElse(rule.suggested()));
    return new Deadline(received, ending(end, rule), false, rule);
  }

  /** With the extension of the law; the same if it allows none. */
  public Deadline extend() {
    if (extended || rule.extension().isEmpty()) {
      return this;
    }
    LocalDate end =
        received.plus(rule.period().orElse(rule.suggested()).plus(rule.extension().get()));
    return new Deadline(received, ending(end, rule), true, rule);
  }

  /** Whether the term is over on a day. */
  public boolean over(LocalDate day) {
    return day.isAfter(due);
  }

  private static LocalDate ending(LocalDate end, Rule rule) {
    LocalDate day = end;
    while (rule.endsOnWorkday() && isWeekend(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
