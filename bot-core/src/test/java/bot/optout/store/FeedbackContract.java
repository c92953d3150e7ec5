package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must do with what the operator may learn. */
abstract class FeedbackContract extends InstallationsContract {
  private static final LocalDate TODAY = LocalDate.ofInstant(START, ZoneOffset.UTC);
  private static final Note UP = new Note.Count("up", "too-late");
  private static final Note WRONG = new Note.Count("down:wrong", "too-late");

  @Test
  void counters_add_up_over_people_and_days() {
    turn("1", ANNA, decide().noting(UP, WRONG));
    turn("2", BEN, decide().noting(UP, new Note.Count("unknown")));
    clock.advance(Duration.ofDays(1));
    turn("3", BEN, decide().noting(UP));
    assertEquals(
        List.of(
            new Feedback.Counted("down:wrong", "too-late", 1),
            new Feedback.Counted("unknown", "", 1),
            new Feedback.Counted("up", "too-late", 3)),
        store.feedback().counts(TODAY));
    assertEquals(
        List.of(new Feedback.Counted("up", "too-late", 1)),
        store.feedback().counts(TODAY.plusDays(1)));
  }

  @Test
  void a_counter_takes_no_words_of_people() {
    assertThrows(IllegalArgumentException.class, () -> new Note.Count("up", "my name is Anna"));
    assertThrows(IllegalArgumentException.class, () -> new Note.Count("Anna", ""));
  }

  @Test
  void shared_questions_come_scrubbed_and_newest_first() {
    turn("1", ANNA, decide().noting(new Note.Question("ich heiße Anna, was nun?", "de")));
    clock.advance(Duration.ofDays(1));
    turn("2", BEN, decide().noting(new Note.Question("why @ben?", "en")));
    assertEquals(
        List.of(
            new SharedQuestion("why [handle]?", "en", Optional.empty(), TODAY.plusDays(1)),
            new SharedQuestion("ich heiße [name], was nun?", "de", Optional.empty(), TODAY)),
        store.feedback().questions());
  }

  @Test
  void notes_of_a_turn_that_lost_its_claim_are_not_kept() {
    inbox.accept(event("1", ANNA));
    ClaimedEvent event = claimed();
    Snapshot seen = conversations.load(ANNA);
    Decision decision = decide().noting(UP, new Note.Question("why?", "en")).build();
    assertTrue(conversations.commit(event, seen, decision));
    assertFalse(conversations.commit(event, seen, decision));
    assertEquals(1, store.feedback().counts(TODAY).get(0).count());
    assertEquals(1, store.feedback().questions().size());
  }

  @Test
  void notes_of_a_turn_that_breaks_in_the_middle_are_not_kept() {
    turn("1", ANNA, decide().saying(message(ANNA, "hello")));
    outbox.delivered(sending(), List.of("r1"));
    Conversations breaking =
        store.conversations(
            sent -> {
              throw new IllegalStateException("no deletion");
            });
    inbox.accept(event("2", ANNA));
    Decision decision = decide().forgetting().noting(UP).build();
    assertThrows(
        IllegalStateException.class,
        () -> breaking.commit(claimed(), breaking.load(ANNA), decision));
    assertEquals(List.of(), store.feedback().counts(TODAY));
  }

  @Test
  void a_person_sees_the_questions_they_shared_and_no_others() {
    turn("1", ANNA_ELSEWHERE, decide().noting(new Note.Question("why?", "en")));
    turn("2", BEN, decide().noting(new Note.Question("ben's?", "en")));
    Holdings holdings = store.people().holdings(ANNA.personKey());
    assertEquals(
        List.of(new SharedQuestion("why?", "en", Optional.empty(), TODAY)), holdings.questions());
    assertFalse(holdings.isEmpty());
    assertFalse(holdings.questions().toString().contains("why"), "not for printing");
  }

  @Test
  void forgetting_takes_the_persons_questions_along_and_leaves_the_counters() {
    turn("1", ANNA, decide().noting(UP, new Note.Question("anna's?", "en")));
    turn("2", BEN, decide().noting(new Note.Question("ben's?", "en")));
    Note late = new Note.Question("late?", "en");
    turn("3", ANNA_ELSEWHERE, decide().forgetting().noting(UP, late));
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
    assertEquals(
        List.of("ben's?"),
        store.feedback().questions().stream().map(SharedQuestion::text).toList());
    assertEquals(2, store.feedback().counts(TODAY).get(0).count());
  }

  @Test
  void questions_are_kept_for_30_days_and_counters_for_13_months() {
    turn("1", ANNA, decide().noting(UP, new Note.Question("why?", "en")));
    clock.advance(Duration.ofDays(29));
    assertEquals(0, store.expire(clock.instant()).questions());
    clock.advance(Duration.ofDays(1));
    assertEquals(1, store.expire(clock.instant()).questions());
    assertEquals(List.of(), store.feedback().questions());
    clock.advance(Duration.ofDays(365));
    assertEquals(0, store.expire(clock.instant()).questions());
    assertEquals(1, store.feedback().counts(TODAY).size());
    clock.advance(Duration.ofDays(1));
    assertEquals(0, store.expire(clock.instant()).questions());
    assertEquals(List.of(), store.feedback().counts(TODAY));
  }
}
