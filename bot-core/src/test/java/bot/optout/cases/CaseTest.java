package bot.optout.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.letter.Deadline;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case changes only by what the person reports, and its dates follow the law's data. */
final class CaseTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final Deadline.Rule MONTH =
      new Deadline.Rule(
          Optional.of(Period.ofMonths(1)),
          Optional.of(Period.ofMonths(2)),
          Optional.of("Art. 12(3) GDPR"),
          false,
          Period.ofDays(30));
  private static final Deadline.Rule NONE = Deadline.Rule.NONE;

  static Case drafted() {
    return Case.open(
            "abc123",
            TODAY,
            "DE",
            List.of("facebook", "instagram"),
            "Meta Platforms Ireland Limited",
            LetterKind.OBJECTION)
        .taking(LetterKind.OBJECTION, "the letter", TODAY);
  }

  static Case sent() {
    return drafted().sent(TODAY, Optional.of(MONTH));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-12-24",
    "2027-01-31, 2027-02-28",
    "2028-01-31, 2028-02-29",
    "2028-02-29, 2028-03-29",
    "2026-12-31, 2027-01-31",
    "2027-03-31, 2027-04-30",
  })
  void a_month_is_counted_by_the_calendar(LocalDate sent, LocalDate due) {
    assertEquals(
        Optional.of(new Due(due, Due.Basis.LAW)), drafted().sent(sent, Optional.of(MONTH)).due());
  }

  @ParameterizedTest
  @CsvSource({"2027-01-31, 2027-04-30", "2026-11-30, 2027-02-28", "2027-11-30, 2028-02-29"})
  void an_extension_is_counted_from_receipt_too(LocalDate sent, LocalDate due) {
    Case longer =
        drafted()
            .sent(sent, Optional.of(MONTH))
            .extended(sent.plusDays(20), Optional.empty(), MONTH)
            .orElseThrow();
    assertEquals(Optional.of(new Due(due, Due.Basis.LAW_EXTENDED)), longer.due());
  }

  @Test
  void a_weekend_moves_the_end_where_the_law_says_so() {
    Deadline.Rule workdays =
        new Deadline.Rule(
            Optional.of(Period.ofDays(10)), Optional.empty(), Optional.empty(), true, Period.ZERO);
    // 24 November and ten days is a Friday, 25 November and ten days a Saturday.
    assertEquals("2026-12-04", due(drafted().sent(TODAY, Optional.of(workdays))));
    assertEquals("2026-12-07", due(drafted().sent(TODAY.plusDays(1), Optional.of(workdays))));
  }

  private static String due(Case one) {
    return one.due().orElseThrow().day().toString();
  }

  @Test
  void only_the_law_and_only_in_time_extends() {
    assertTrue(sent().extended(TODAY.plusMonths(2), Optional.empty(), MONTH).isEmpty(), "too late");
    assertTrue(sent().extended(TODAY, Optional.empty(), NONE).isEmpty(), "no such law");
    Case longer = sent().extended(TODAY, Optional.empty(), MONTH).orElseThrow();
    assertTrue(longer.extended(TODAY, Optional.empty(), MONTH).isEmpty(), "not twice");
    LocalDate named = LocalDate.parse("2027-01-15");
    assertEquals(
        Optional.of(new Due(named, Due.Basis.LAW_EXTENDED)),
        sent().extended(TODAY, Optional.of(named), MONTH).orElseThrow().due());
    assertEquals(
        LocalDate.parse("2027-02-24"),
        sent()
            .extended(TODAY, Optional.of(LocalDate.parse("2028-01-01")), MONTH)
            .orElseThrow()
            .due()
            .orElseThrow()
            .day(),
        "never longer than the law allows");
  }

  @Test
  void without_a_law_the_date_is_only_suggested() {
    assertEquals(
        Due.Basis.SUGGESTED, drafted().sent(TODAY, Optional.of(NONE)).due().orElseThrow().basis());
  }

  @Test
  void waiting_turns_overdue_the_day_after() {
    assertEquals(CaseStatus.DRAFTED, drafted().status(TODAY.plusYears(1)));
    assertEquals(CaseStatus.SENT, sent().status(LocalDate.parse("2026-12-24")));
    assertEquals(CaseStatus.OVERDUE, sent().status(LocalDate.parse("2026-12-25")));
  }

  @Test
  void nothing_is_confirmed_that_was_not_reported() {
    assertEquals(CaseStatus.ACKNOWLEDGED, answered(ReplyKind.AUTOMATIC_RECEIPT).status(TODAY));
    assertEquals(CaseStatus.SENT, answered(ReplyKind.ANNOUNCEMENT).status(TODAY));
    assertEquals(CaseStatus.SENT, answered(ReplyKind.PHISHING).status(TODAY));
    assertEquals(CaseStatus.REFUSED, answered(ReplyKind.REFUSED).status(TODAY));
    assertEquals(CaseStatus.NEEDS_INFORMATION, answered(ReplyKind.ID_DEMANDED).status(TODAY));
    assertEquals(CaseStatus.CONFIRMED, answered(ReplyKind.CONFIRMED).status(TODAY));
  }

  private static Case answered(ReplyKind kind) {
    return sent().answered(kind, TODAY, List.of());
  }

  @Test
  void one_service_of_two_is_a_part() {
    Case one = sent().answered(ReplyKind.CONFIRMED, TODAY, List.of("facebook"));
    assertEquals(CaseStatus.PARTLY, one.status(TODAY));
    assertEquals(List.of("instagram"), one.unconfirmed());
    assertEquals(
        CaseStatus.CONFIRMED,
        one.answered(ReplyKind.CONFIRMED, TODAY, List.of("instagram")).status(TODAY));
  }

  @Test
  void what_did_not_arrive_is_with_the_person_again() {
    Case back = answered(ReplyKind.UNDELIVERABLE);
    assertEquals(CaseStatus.DRAFTED, back.status(TODAY));
    assertEquals(Optional.empty(), back.due());
    assertEquals(LetterKind.OBJECTION, back.pending().orElseThrow().letter());
  }

  @Test
  void a_reminder_sets_two_weeks_and_the_next_one_is_sharper() {
    LocalDate late = LocalDate.parse("2027-01-04");
    assertEquals(Optional.of(LetterKind.FOLLOW_UP), NextStep.of(sent(), late).letter());
    Case reminded =
        sent()
            .taking(LetterKind.FOLLOW_UP, "reminder", late)
            .sent(late, Optional.of(Deadline.Rule.TWO_WEEKS));
    assertEquals(Optional.of(new Due(late.plusDays(14), Due.Basis.LETTER)), reminded.due());
    assertEquals(NextStep.What.WAIT, NextStep.of(reminded, late).what());
    assertEquals(
        Optional.of(LetterKind.SECOND_REMINDER), NextStep.of(reminded, late.plusDays(15)).letter());
  }

  @Test
  void correcting_the_day_moves_the_term_and_the_story() {
    Case corrected = sent().sentOn(LocalDate.parse("2026-11-20"), Optional.of(MONTH));
    assertEquals("2026-12-20", due(corrected));
    assertEquals(
        LocalDate.parse("2026-11-20"),
        corrected.timeline().stream()
            .filter(entry -> entry.what() == CaseEntry.What.SENT)
            .findFirst()
            .orElseThrow()
            .day());
    assertEquals(
        "2026-12-27", due(sent().receivedOn(LocalDate.parse("2026-11-27"), Optional.of(MONTH))));
  }

  @Test
  void what_the_person_typed_is_kept_only_if_they_want_it() {
    assertEquals(Optional.empty(), drafted().kept());
    assertEquals(64, drafted().evidence().get(0).sha256().length());
    Case keeping =
        Case.open("a", TODAY, "DE", List.of("facebook"), "", LetterKind.OBJECTION)
            .keeping(Map.of("name", "Anna"))
            .taking(LetterKind.OBJECTION, "the letter", TODAY);
    assertEquals("the letter", keeping.kept().orElseThrow().texts().get(0).text());
    assertEquals(Optional.empty(), keeping.keepingNothing().kept());
    assertFalse(keeping.toString().contains("Anna"), keeping.toString());
  }

  @Test
  void a_complaint_waits_for_the_term() {
    Optional<LocalDate> lawful = sent().lawfulEnd(Optional.of(MONTH));
    assertEquals(new ComplaintGate.NotSent(), ComplaintGate.of(drafted(), lawful, TODAY));
    LocalDate last = LocalDate.parse("2026-12-24");
    assertEquals(new ComplaintGate.TermRuns(last), ComplaintGate.of(sent(), lawful, last));
    assertEquals(
        new ComplaintGate.WhatCameBack(), ComplaintGate.of(sent(), lawful, last.plusDays(1)));
    assertEquals(
        new ComplaintGate.Open(), ComplaintGate.of(answered(ReplyKind.REFUSED), lawful, TODAY));
    assertEquals(
        new ComplaintGate.Confirmed(),
        ComplaintGate.of(answered(ReplyKind.CONFIRMED), lawful, TODAY));
  }

  @Test
  void a_closed_case_stands_again_where_it_stood() {
    Case complained =
        sent()
            .taking(LetterKind.COMPLAINT, "complaint", TODAY)
            .sent(TODAY, Optional.of(Deadline.Rule.NONE));
    List<Case> all =
        Stream.concat(
                Stream.of(drafted(), sent(), complained),
                Stream.of(ReplyKind.values()).map(CaseTest::answered))
            .toList();
    for (Case one : all) {
      Case closed = one.closed(TODAY);
      assertEquals(CaseStatus.CLOSED, closed.status(TODAY));
      assertEquals(one.status(TODAY), closed.reopened(TODAY).status(TODAY), one::toString);
      assertFalse(closed.reopened(TODAY).isClosed());
    }
  }

  @Test
  void what_comes_back_about_a_closed_case_is_noted_and_opens_nothing() {
    Case closed = sent().closed(TODAY).answered(ReplyKind.REFUSED, TODAY, List.of());
    assertEquals(CaseStatus.CLOSED, closed.status(TODAY));
    assertEquals(CaseStatus.REFUSED, closed.reopened(TODAY).status(TODAY));
  }

  @Test
  void a_reminder_of_ones_own_does_not_lengthen_the_law() {
    LocalDate late = LocalDate.parse("2027-01-04");
    Case reminded =
        sent()
            .taking(LetterKind.FOLLOW_UP, "reminder", late)
            .sent(late, Optional.of(Deadline.Rule.TWO_WEEKS));
    assertEquals(
        new ComplaintGate.WhatCameBack(),
        ComplaintGate.of(reminded, reminded.lawfulEnd(Optional.of(MONTH)), late));
  }

  @Test
  void a_case_is_gone_30_days_after_its_end_and_after_13_months_at_most() {
    assertEquals("2027-12-24T00:00:00Z", Retention.end(sent(), 30).toString());
    assertEquals(
        "2027-01-23T00:00:00Z",
        Retention.end(sent().closed(LocalDate.parse("2026-12-24")), 30).toString());
    assertEquals(
        "2027-12-24T00:00:00Z",
        Retention.end(sent().closed(LocalDate.parse("2027-12-20")), 30).toString());
  }
}
