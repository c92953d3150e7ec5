package bot.optout.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadlineTest {
  private static final Deadline.Rule MONTH =
      new Deadline.Rule(
          Optional.of(Period.ofMonths(1)),
          Optional.of(Period.ofMonths(2)),
          Optional.of("Art. 12(3) GDPR"),
          true,
          Period.ofMonths(1));
  private static final Deadline.Rule TEN_DAYS =
      new Deadline.Rule(
          Optional.of(Period.ofDays(10)),
          Optional.empty(),
          Optional.of("Art. 44(2)"),
          false,
          Period.ofDays(10));

  @ParameterizedTest(name = "{0} and a month is {1}")
  @CsvSource({
    "2026-11-24, 2026-12-24",
    "2027-12-31, 2028-01-31",
    "2028-01-31, 2028-02-29",
    "2028-01-30, 2028-02-29",
    "2025-01-31, 2025-02-28",
    "2025-03-31, 2025-04-30"
  })
  void a_month_ends_on_the_same_day_or_on_the_last_of_the_month(LocalDate from, LocalDate due) {
    assertEquals(due, Deadline.of(from, MONTH).due());
  }

  @ParameterizedTest(name = "{0}, not on the weekend: {1}")
  @CsvSource({"2027-01-31, 2027-03-01", "2026-12-02, 2027-01-04", "2026-09-24, 2026-10-26"})
  void a_term_that_ends_on_a_weekend_runs_until_monday(LocalDate from, LocalDate due) {
    assertEquals(due, Deadline.of(from, MONTH).due());
  }

  @Test
  void where_the_law_does_not_move_it_a_term_may_end_on_a_sunday() {
    assertEquals(
        LocalDate.of(2026, 11, 29), Deadline.of(LocalDate.of(2026, 11, 19), TEN_DAYS).due());
  }

  @Test
  void the_extension_is_counted_from_receipt_and_given_once() {
    Deadline extended = Deadline.of(LocalDate.of(2026, 11, 30), MONTH).extend();
    assertEquals(LocalDate.of(2027, 3, 1), extended.due());
    assertTrue(extended.extended());
    assertEquals(extended, extended.extend());
  }

  @Test
  void where_the_law_allows_no_extension_nothing_changes() {
    Deadline deadline = Deadline.of(LocalDate.of(2026, 11, 24), TEN_DAYS);
    assertEquals(deadline, deadline.extend());
  }

  @Test
  void without_a_term_the_date_is_only_suggested() {
    Deadline deadline = Deadline.of(LocalDate.of(2028, 2, 1), Deadline.Rule.NONE);
    assertEquals(LocalDate.of(2028, 3, 2), deadline.due());
    assertFalse(deadline.rule().legal());
  }

  @Test
  void it_is_over_the_day_after() {
    Deadline deadline = Deadline.of(LocalDate.of(2026, 11, 24), MONTH);
    assertFalse(deadline.over(deadline.due()));
    assertTrue(deadline.over(deadline.due().plusDays(1)));
  }
}
