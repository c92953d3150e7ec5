package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must do with the letters that people follow. */
abstract class CaseContract extends FeedbackContract {
  private static final Instant IN_A_YEAR = START.plus(Duration.ofDays(365));

  private long version(ConversationKey key, String id) {
    return conversations.load(key).cases().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(KeptCase::version)
        .orElse(0L);
  }

  private List<String> payloads(ConversationKey key) {
    return conversations.load(key).cases().stream().map(KeptCase::payload).toList();
  }

  @Test
  void a_case_belongs_to_the_person_whatever_the_chat() {
    turn("1", ANNA, decide().keeping("c1", 0, "one", IN_A_YEAR));
    turn("2", ANNA_ELSEWHERE, decide().keeping("c2", 0, "two", IN_A_YEAR));
    assertEquals(List.of("one", "two"), payloads(ANNA));
    assertEquals(List.of("one", "two"), payloads(ANNA_ELSEWHERE));
    assertEquals(List.of(), payloads(BEN));
    assertEquals(2, store.people().holdings(ANNA.personKey()).cases().size());
  }

  @Test
  void an_idle_conversation_keeps_its_persons_cases() {
    turn("1", ANNA, decide().state("s1").keeping("c1", 0, "one", IN_A_YEAR));
    turn("2", ANNA, decide());
    assertEquals(0, conversations.load(ANNA).version());
    assertEquals(List.of("one"), payloads(ANNA));
  }

  @Test
  void two_chats_of_a_person_never_overwrite_each_other() {
    turn("1", ANNA, decide().keeping("c1", 0, "one", IN_A_YEAR));
    long seen = version(ANNA, "c1");
    inbox.accept(event("2", ANNA));
    inbox.accept(event("3", ANNA_ELSEWHERE));
    ClaimedEvent here = claimed();
    ClaimedEvent elsewhere = claimed();
    assertTrue(commit(elsewhere, decide().keeping("c1", seen, "theirs", IN_A_YEAR)));
    DecisionBuilder late =
        decide()
            .state("s")
            .saying(message(ANNA, "m"))
            .later(event("case:c1:sent", ANNA))
            .keeping("c1", seen, "mine", IN_A_YEAR);
    assertFalse(commit(here, late), "it changed since it was seen");
    assertEquals(List.of("theirs"), payloads(ANNA));
    assertEquals(0, conversations.load(ANNA).version(), "nothing else of it happened either");
    assertEquals(0, outbox.depth("test"));
    assertTrue(
        commit(here, decide().keeping("c1", version(ANNA, "c1"), "mine", IN_A_YEAR)),
        "after looking again");
    assertEquals(List.of("mine"), payloads(ANNA));
  }

  @Test
  void two_chats_cannot_open_the_same_case() {
    inbox.accept(event("1", ANNA));
    inbox.accept(event("2", ANNA_ELSEWHERE));
    ClaimedEvent here = claimed();
    ClaimedEvent elsewhere = claimed();
    assertTrue(commit(elsewhere, decide().keeping("c1", 0, "theirs", IN_A_YEAR)));
    assertFalse(commit(here, decide().keeping("c1", 0, "mine", IN_A_YEAR)));
    assertEquals(List.of("theirs"), payloads(ANNA));
  }

  @Test
  void a_removed_case_is_gone_and_is_not_changed_any_more() {
    turn("1", ANNA, decide().keeping("c1", 0, "one", IN_A_YEAR));
    long seen = version(ANNA, "c1");
    turn("2", ANNA, decide().removing("c1", seen));
    assertEquals(List.of(), payloads(ANNA));
    inbox.accept(event("3", ANNA));
    assertFalse(commit(claimed(), decide().keeping("c1", seen, "again", IN_A_YEAR)));
    assertTrue(store.people().holdings(ANNA.personKey()).cases().isEmpty());
  }

  @Test
  void forgetting_takes_the_cases_and_their_reminders() {
    turn(
        "1",
        ANNA,
        decide()
            .keeping("c1", 0, "one", IN_A_YEAR)
            .later(new NewEvent("case:c1:sent", ANNA, "remind", START.plusSeconds(60))));
    turn("2", BEN, decide().keeping("c1", 0, "ben's", IN_A_YEAR));
    turn("3", ANNA_ELSEWHERE, decide().forgetting());
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
    clock.advance(Duration.ofSeconds(60));
    assertTrue(inbox.claim("test").isEmpty());
    assertEquals(List.of("ben's"), payloads(BEN));
  }

  @Test
  void a_case_expires_by_the_clock_even_before_it_is_removed() {
    turn("1", ANNA, decide().keeping("c1", 0, "one", START.plus(Duration.ofDays(30))));
    turn("2", ANNA, decide().keeping("c2", 0, "two", IN_A_YEAR));
    clock.advance(Duration.ofDays(30).minusMillis(1));
    assertEquals(0, store.expire(clock.instant()).cases());
    assertEquals(List.of("one", "two"), payloads(ANNA));
    clock.advance(Duration.ofMillis(1));
    assertEquals(List.of("two"), payloads(ANNA));
    assertEquals(1, store.expire(clock.instant()).cases());
    assertEquals(1, store.people().holdings(ANNA.personKey()).cases().size());
  }

  @Test
  void a_case_does_not_show_when_printed() {
    turn("1", ANNA, decide().keeping("c1", 0, "secret", IN_A_YEAR));
    String printed =
        conversations.load(ANNA).cases()
            + " "
            + decide().keeping("c1", 0, "secret", IN_A_YEAR).build()
            + store.people().holdings(ANNA.personKey());
    assertFalse(printed.contains("secret"), printed);
  }
}
