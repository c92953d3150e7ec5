package bot.optout.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.letter.ReplyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are reminded, and when they are left in peace. */
final class RemindersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private static List<String> plan(Case one, String zone) {
    return Reminders.of(one, ZoneId.of(zone)).stream()
        .map(reminder -> reminder.purpose() + " " + reminder.at())
        .toList();
  }

  @Test
  void a_letter_at_hand_is_asked_about_the_next_day() {
    assertEquals(List.of("SENT 2026-11-25T10:00:00Z"), plan(CaseTest.drafted(), "Europe/Berlin"));
    assertEquals(
        List.of("SENT 2026-11-25T14:00:00Z"), plan(CaseTest.drafted(), "America/Sao_Paulo"));
  }

  @Test
  void a_term_has_an_eve_and_a_day_after() {
    assertEquals(
        List.of("TOMORROW 2026-12-23T10:00:00Z", "PASSED 2026-12-25T10:00:00Z"),
        plan(CaseTest.sent(), "Europe/Berlin"));
  }

  @Test
  void whoever_acted_is_left_in_peace() {
    assertEquals(List.of(), plan(CaseTest.sent().closed(TODAY), "UTC"));
    assertEquals(List.of(), plan(CaseTest.sent().reminding(false), "UTC"));
    for (ReplyKind kind : List.of(ReplyKind.CONFIRMED, ReplyKind.REFUSED, ReplyKind.ID_DEMANDED)) {
      assertEquals(
          List.of(), plan(CaseTest.sent().answered(kind, TODAY, List.of()), "UTC"), kind.name());
    }
  }

  @Test
  void a_snooze_moves_what_comes_before_it() {
    assertEquals(
        List.of("PASSED 2027-01-02T10:00:00Z"),
        plan(CaseTest.sent().snoozedUntil(LocalDate.parse("2027-01-02")), "Europe/Berlin"));
    assertEquals(
        List.of("SENT 2026-12-01T10:00:00Z"),
        plan(CaseTest.drafted().snoozedUntil(LocalDate.parse("2026-12-01")), "Europe/Berlin"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-23T22:30:00Z, 2026-12-24T08:00:00Z",
    "2026-12-23T19:00:00Z, 2026-12-24T08:00:00Z",
    "2026-12-24T03:00:00Z, 2026-12-24T08:00:00Z",
    "2027-03-27T22:00:00Z, 2027-03-28T07:00:00Z",
  })
  void nobody_is_woken(Instant due, Instant morning) {
    assertEquals(Optional.of(morning), Reminders.afterTheNight(due, BERLIN));
  }

  @Test
  void by_day_it_comes_at_once() {
    assertEquals(
        Optional.empty(), Reminders.afterTheNight(Instant.parse("2026-12-23T08:00:00Z"), BERLIN));
    assertEquals(
        Optional.empty(), Reminders.afterTheNight(Instant.parse("2026-12-23T18:59:00Z"), BERLIN));
  }

  @Test
  void what_comes_too_late_is_not_said() {
    Instant eve = Instant.parse("2026-12-23T10:00:00Z");
    assertTrue(Reminders.isRight(CaseTest.sent(), Reminder.Purpose.TOMORROW, eve, BERLIN));
    assertFalse(
        Reminders.isRight(
            CaseTest.sent(), Reminder.Purpose.TOMORROW, eve.plusSeconds(2 * 86_400), BERLIN));
    assertFalse(Reminders.isRight(CaseTest.sent(), Reminder.Purpose.PASSED, eve, BERLIN));
    assertFalse(Reminders.isRight(CaseTest.sent(), Reminder.Purpose.SENT, eve, BERLIN));
  }

  @Test
  void no_plan_of_any_zone_falls_into_the_night() {
    Random random = new Random(1);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalDate day = TODAY.plusDays(random.nextInt(700));
      Case one = CaseTest.drafted().snoozedUntil(day);
      for (Reminder reminder : Reminders.of(one, zone)) {
        LocalTime time = reminder.at().atZone(zone).toLocalTime();
        assertTrue(
            !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(20, 0)),
            zone + " " + time);
      }
    }
  }
}
