package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every database must do. One subclass a database, which is open for all of its tests. */
abstract class StoreContract extends CaseContract {
  abstract TestDatabase database();

  @Override
  final StoreConfig config() {
    return database().config();
  }

  @Override
  final Store opened() {
    return database().store(clock);
  }

  @AfterEach
  @Override
  final void close() {
    database().empty();
  }

  /** Two of different conversations, whose order is nobody's promise. */
  private Set<String> twoClaimed() {
    String first = claimed().payload();
    return Set.of(first, claimed().payload());
  }

  private Set<String> twoSent() {
    String first = sending().payload();
    return Set.of(first, sending().payload());
  }

  @Test
  void an_event_comes_back_as_it_went_in() {
    assertTrue(inbox.accept(event("1", ANNA)));
    ClaimedEvent event = claimed();
    assertEquals(ANNA, event.conversation());
    assertEquals("payload of 1", event.payload());
    assertEquals(START, event.due());
    assertEquals(1, event.attempts());
  }

  @Test
  void several_are_accepted_at_once_and_in_their_order() {
    assertTrue(inbox.accept(event("2", ANNA)));
    assertEquals(
        List.of(true, false, true),
        inbox.acceptAll(List.of(event("1", ANNA), event("2", ANNA), event("3", ANNA))));
    assertEquals("payload of 2", claimedAndDone());
    assertEquals("payload of 1", claimedAndDone());
    assertEquals("payload of 3", claimedAndDone());
  }

  private String claimedAndDone() {
    ClaimedEvent event = claimed();
    assertTrue(commit(event, decide()));
    return event.payload();
  }

  @Test
  void a_redelivery_is_not_accepted_even_when_the_first_is_done() {
    assertTrue(inbox.accept(event("1", ANNA)));
    assertFalse(inbox.accept(event("1", ANNA)));
    assertTrue(commit(claimed(), decide()));
    assertFalse(inbox.accept(event("1", ANNA)));
    assertEquals(Optional.empty(), inbox.claim("test"));
  }

  @Test
  void the_same_key_of_another_tenant_or_platform_is_another_event() {
    assertTrue(inbox.accept(event("1", ANNA)));
    assertTrue(inbox.accept(event("1", new ConversationKey("test", "other", "chat-a", "anna"))));
    assertTrue(inbox.accept(event("1", new ConversationKey("slack", "tenant", "chat-a", "anna"))));
  }

  @Test
  void workers_claim_only_their_own_platform() {
    inbox.accept(event("1", ANNA));
    assertEquals(Optional.empty(), inbox.claim("slack"));
    assertTrue(inbox.claim("test").isPresent());
  }

  @Test
  void a_conversation_goes_in_order_while_others_run_meanwhile() {
    inbox.accept(event("a1", ANNA));
    inbox.accept(event("a2", ANNA));
    inbox.accept(event("b1", BEN));
    ClaimedEvent first = claimed();
    ClaimedEvent second = claimed();
    assertEquals("payload of a1", first.payload());
    assertEquals("payload of b1", second.payload());
    assertEquals(Optional.empty(), inbox.claim("test"));
    assertTrue(commit(first, decide()));
    assertEquals("payload of a2", claimed().payload());
  }

  @Test
  void a_flood_of_one_person_does_not_hold_another_up() {
    for (int i = 0; i < 20; i++) {
      inbox.accept(event("a" + i, ANNA));
    }
    clock.advance(Duration.ofMillis(1));
    inbox.accept(event("b", BEN));
    clock.advance(Duration.ofMillis(1));
    assertTrue(commit(claimed(), decide()));
    assertEquals("payload of b", claimed().payload());
  }

  @Test
  void an_event_of_later_waits_until_then() {
    turn("1", ANNA, decide().later(new NewEvent("remind", ANNA, "later", in(60))));
    assertEquals(Optional.empty(), inbox.claim("test"));
    assertEquals(Optional.of(in(60)), inbox.nextDue("test"));
    inbox.accept(event("2", ANNA));
    assertEquals(Optional.of(START), inbox.nextDue("test"));
    assertTrue(commit(claimed(), decide()));
    clock.advance(Duration.ofSeconds(60));
    assertEquals("later", claimed().payload());
  }

  @Test
  void what_a_faster_clock_accepted_is_not_overtaken() {
    inbox.accept(new NewEvent("1", ANNA, "first", START.plusSeconds(2)));
    inbox.accept(event("2", ANNA));
    ClaimedEvent first = claimed();
    assertEquals("first", first.payload());
    assertTrue(commit(first, decide()));
    assertEquals("payload of 2", claimed().payload());
  }

  @Test
  void a_retry_waits_and_so_does_its_conversation() {
    inbox.accept(event("1", ANNA));
    inbox.accept(event("2", ANNA));
    inbox.retryLater(claimed(), Duration.ofSeconds(5));
    inbox.accept(event("3", ANNA));
    assertEquals(Optional.empty(), inbox.claim("test"));
    assertEquals(Optional.of(START.plusSeconds(5)), inbox.nextDue("test"));
    clock.advance(Duration.ofSeconds(5));
    ClaimedEvent again = claimed();
    assertEquals("payload of 1", again.payload());
    assertEquals(2, again.attempts());
  }

  @Test
  void a_dead_process_is_succeeded_when_its_lease_ends() {
    inbox.accept(event("1", ANNA));
    ClaimedEvent dead = claimed();
    clock.advance(StoreConfig.LEASE.minusMillis(1));
    assertEquals(Optional.empty(), inbox.claim("test"));
    clock.advance(Duration.ofMillis(1));
    ClaimedEvent successor = claimed();
    assertEquals(2, successor.attempts());
    assertFalse(commit(dead, decide().saying(message(ANNA, "from the dead"))));
    assertFalse(inbox.extend(dead));
    assertFalse(inbox.setAside(dead, List.of()));
    inbox.retryLater(dead, Duration.ofDays(1));
    assertEquals(0, outbox.depth("test"));
    assertTrue(commit(successor, decide()));
  }

  @Test
  void an_extended_claim_holds_for_another_lease() {
    inbox.accept(event("1", ANNA));
    ClaimedEvent event = claimed();
    clock.advance(StoreConfig.LEASE.minusMillis(1));
    assertTrue(inbox.extend(event));
    clock.advance(StoreConfig.LEASE.minusMillis(1));
    assertEquals(Optional.empty(), inbox.claim("test"));
  }

  @Test
  void a_set_aside_event_lets_the_next_one_pass_and_its_person_know() {
    inbox.accept(event("1", ANNA));
    inbox.accept(event("2", ANNA));
    assertTrue(inbox.setAside(claimed(), List.of(message(ANNA, "sorry"))));
    assertEquals("sorry", sending().payload());
    assertEquals("payload of 2", claimed().payload());
    assertFalse(inbox.accept(event("1", ANNA)));
  }

  @Test
  void an_event_can_be_kept_aside_from_the_start() {
    assertTrue(inbox.keepAside(event("1", ANNA)));
    assertFalse(inbox.keepAside(event("1", ANNA)));
    inbox.accept(event("2", ANNA));
    assertEquals("payload of 2", claimed().payload());
    assertEquals(List.of("payload of 1"), inbox.aside().stream().map(Aside::payload).toList());
  }

  @Test
  void what_was_decided_is_seen_by_the_next_turn() {
    assertEquals(0, conversations.load(ANNA).version());
    turn("1", ANNA, decide().state("s1").context("c1").language("de"));
    Snapshot seen = conversations.load(ANNA);
    assertEquals(Optional.of("s1"), seen.state());
    assertEquals(Optional.of("c1"), seen.context());
    assertEquals(Optional.of("de"), seen.language());
    assertEquals(Optional.of("de"), conversations.load(ANNA_ELSEWHERE).language());
    assertEquals(Optional.empty(), conversations.load(BEN).language());
  }

  @Test
  void an_idle_conversation_stores_nothing() {
    turn("1", ANNA, decide().state("s1"));
    turn("2", ANNA, decide());
    assertEquals(0, conversations.load(ANNA).version());
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
  }

  @Test
  void a_lost_version_changes_nothing() {
    inbox.accept(event("1", ANNA));
    ClaimedEvent event = claimed();
    Snapshot empty = conversations.load(ANNA);
    Snapshot wrong = new Snapshot(7, empty.state(), empty.context(), empty.language(), List.of());
    Decision decision =
        decide()
            .state("s1")
            .language("de")
            .saying(message(ANNA, "m"))
            .later(event("remind", ANNA))
            .build();
    assertFalse(conversations.commit(event, wrong, decision));
    assertEquals(empty, conversations.load(ANNA));
    assertEquals(0, outbox.depth("test"));
    assertTrue(conversations.commit(event, empty, decision));
    assertFalse(conversations.commit(event, conversations.load(ANNA), decision));
    assertEquals(1, outbox.depth("test"));
  }

  @Test
  void a_commit_that_breaks_in_the_middle_changes_nothing() {
    turn("1", ANNA, decide().state("s1").saying(message(ANNA, "m1")));
    outbox.delivered(sending(), List.of("r1"));
    inbox.accept(event("2", ANNA));
    ClaimedEvent event = claimed();
    Conversations broken =
        store.conversations(
            sent -> {
              throw new IllegalStateException("no deletion");
            });
    Snapshot seen = broken.load(ANNA);
    assertThrows(
        IllegalStateException.class,
        () -> broken.commit(event, seen, decide().forgetting().build()));
    assertEquals(seen, conversations.load(ANNA));
    assertEquals(1, store.people().holdings(ANNA.personKey()).sentReferences());
    assertTrue(commit(event, decide()));
  }

  @Test
  void a_due_event_arrives_when_it_is_due() {
    turn("1", ANNA, decide().later(new NewEvent("remind:1", ANNA, "remind", in(60))));
    assertEquals(Optional.empty(), inbox.claim("test"));
    clock.advance(Duration.ofSeconds(60));
    ClaimedEvent reminder = claimed();
    assertEquals("remind", reminder.payload());
    assertEquals(in(0), reminder.due());
  }

  @Test
  void a_due_event_takes_the_place_of_one_of_the_same_name() {
    turn("1", ANNA, decide().later(new NewEvent("remind:1", ANNA, "old", in(10))));
    turn("2", ANNA, decide().later(new NewEvent("remind:1", ANNA, "new", in(60))));
    turn("3", BEN, decide().later(new NewEvent("remind:1", BEN, "ben's", in(10))));
    clock.advance(Duration.ofSeconds(10));
    assertTrue(commit(claimed(), decide()));
    assertEquals(Optional.empty(), inbox.claim("test"));
    clock.advance(Duration.ofSeconds(50));
    ClaimedEvent due = claimed();
    assertEquals("new", due.payload());
    assertTrue(commit(due, decide().later(new NewEvent("remind:1", ANNA, "again", in(60)))));
    clock.advance(Duration.ofSeconds(60));
    assertEquals("again", claimed().payload());
  }

  @Test
  void due_events_are_cancelled_by_the_beginning_of_their_name() {
    turn(
        "1",
        ANNA,
        decide()
            .later(new NewEvent("remind:1", ANNA, "one", in(10)))
            .later(new NewEvent("remind:2", ANNA, "two", in(10)))
            .later(new NewEvent("timeout", ANNA, "timeout", in(20))));
    turn("2", BEN, decide().later(new NewEvent("remind:1", BEN, "ben's", in(30))));
    turn("3", ANNA, decide().cancelling("remind:"));
    clock.advance(Duration.ofSeconds(20));
    ClaimedEvent left = claimed();
    assertEquals("timeout", left.payload());
    assertEquals(Optional.empty(), inbox.claim("test"));
    clock.advance(Duration.ofSeconds(10));
    assertEquals(Set.of("ben's", "timeout"), twoClaimed());
  }

  @Test
  void a_cancelled_event_leaves_what_people_said_alone() {
    inbox.accept(event("1", ANNA));
    inbox.accept(event("2", ANNA));
    assertTrue(commit(claimed(), decide().cancelling("")));
    assertEquals("payload of 2", claimed().payload());
  }

  @Test
  void messages_leave_in_order_one_at_a_time() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1"), message(ANNA, "a2")));
    turn("2", BEN, decide().saying(message(BEN, "b1")));
    ClaimedMessage first = sending();
    ClaimedMessage second = sending();
    assertEquals("a1", first.payload());
    assertEquals(ANNA, first.conversation());
    assertEquals("b1", second.payload());
    assertEquals(Optional.empty(), outbox.claim("test"));
    outbox.delivered(first, List.of());
    assertEquals("a2", sending().payload());
  }

  @Test
  void a_message_that_waits_holds_up_its_own_conversation_only() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1"), message(ANNA, "a2")));
    turn("2", BEN, decide().saying(message(BEN, "b1")));
    outbox.retryAt(sending(), in(60));
    ClaimedMessage other = sending();
    assertEquals("b1", other.payload());
    outbox.delivered(other, List.of());
    assertEquals(Optional.empty(), outbox.claim("test"));
    clock.advance(Duration.ofSeconds(60));
    ClaimedMessage again = sending();
    assertEquals("a1", again.payload());
    assertEquals(2, again.attempts());
    assertFalse(again.ambiguous());
  }

  @Test
  void an_ambiguous_message_comes_back_marked() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    outbox.ambiguous(sending(), in(30));
    clock.advance(Duration.ofSeconds(30));
    assertTrue(sending().ambiguous());
  }

  @Test
  void a_message_of_a_dead_process_comes_back_marked() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1"), message(ANNA, "a2")));
    ClaimedMessage dead = sending();
    clock.advance(StoreConfig.LEASE);
    ClaimedMessage again = sending();
    assertTrue(again.ambiguous());
    outbox.retryAt(dead, in(3600));
    outbox.drop(dead, "not ours any more");
    outbox.delivered(again, List.of());
    assertFalse(sending().ambiguous());
  }

  @Test
  void how_far_a_message_came_outlives_its_process() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    ClaimedMessage dead = sending();
    assertEquals(List.of(), dead.parts());
    outbox.advanced(dead, List.of("", "r1"));
    clock.advance(StoreConfig.LEASE);
    ClaimedMessage again = sending();
    assertEquals(List.of("", "r1"), again.parts());
    assertTrue(again.ambiguous(), "the next part may have been on its way");
    assertEquals(1, again.attempts());
    assertThrows(StoreException.class, () -> outbox.advanced(dead, List.of("", "r1", "r2")));
    outbox.advanced(again, List.of("", "r1", "r3"));
    outbox.retryAt(again, in(1));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of("", "r1", "r3"), sending().parts());
  }

  @Test
  void what_stands_of_an_unfinished_message_can_be_deleted() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    outbox.advanced(sending(), List.of("r1", ""));
    turn("2", ANNA_ELSEWHERE, decide().saying(message(ANNA_ELSEWHERE, "a2")));
    ClaimedMessage dropped = sending();
    outbox.advanced(dropped, List.of("r2"));
    outbox.drop(dropped, "refused");
    assertEquals(1, store.people().holdings(ANNA.personKey()).sentReferences());
    turn("3", ANNA, decide().forgetting());
    clock.advance(StoreConfig.LEASE);
    assertEquals(Set.of("delete r1", "delete r2"), twoSent());
  }

  @Test
  void a_late_delivery_still_counts() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    ClaimedMessage slow = sending();
    clock.advance(StoreConfig.LEASE);
    ClaimedMessage again = sending();
    outbox.delivered(slow, List.of("r1"));
    assertEquals(0, outbox.depth("test"));
    outbox.delivered(again, List.of("r2"));
    assertEquals(1, store.people().holdings(ANNA.personKey()).sentReferences());
  }

  @Test
  void a_dropped_message_lets_the_next_one_go() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1"), message(ANNA, "a2")));
    outbox.drop(sending(), "refused");
    assertEquals("a2", sending().payload());
    assertEquals(1, outbox.depth("test"));
  }

  @Test
  void depth_and_age_tell_what_waits() {
    assertEquals(Optional.empty(), outbox.oldest("test"));
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    clock.advance(Duration.ofSeconds(9));
    turn("2", ANNA, decide().saying(message(ANNA, "a2")));
    assertEquals(2, outbox.depth("test"));
    assertEquals(0, outbox.depth("slack"));
    assertEquals(Optional.of(START), outbox.oldest("test"));
  }

  @Test
  void at_most_one_card_stands() {
    turn("1", ANNA, decide().saying(card("q1", CardRole.LIVE)));
    ClaimedMessage first = sending();
    assertEquals(Optional.empty(), first.cardReference());
    outbox.delivered(first, List.of("r1", "r2"));
    turn("2", ANNA, decide().saying(message(ANNA, "by the way"), card("q2", CardRole.LIVE)));
    ClaimedMessage aside = sending();
    assertEquals(Optional.of("r2"), aside.cardReference());
    outbox.delivered(aside, List.of("r3"));
    ClaimedMessage second = sending();
    assertEquals(Optional.of("r2"), second.cardReference());
    outbox.delivered(second, List.of("r4"));
    turn("3", ANNA, decide().saying(card("done", CardRole.LAST), message(ANNA, "bye")));
    ClaimedMessage last = sending();
    assertEquals(Optional.of("r4"), last.cardReference());
    outbox.delivered(last, List.of("r4"));
    assertEquals(Optional.empty(), sending().cardReference());
  }

  @Test
  void a_closed_chat_loses_what_waits_and_what_was_to_come() {
    turn(
        "1",
        ANNA,
        decide()
            .saying(message(ANNA, "a1"), message(ANNA, "a2"))
            .later(new NewEvent("remind", ANNA, "remind", in(10))));
    turn("2", BEN, decide().saying(message(BEN, "b1")));
    outbox.gone(sending());
    assertEquals(1, outbox.depth("test"));
    clock.advance(Duration.ofSeconds(10));
    assertEquals(Optional.empty(), inbox.claim("test"));
    turn("3", ANNA, decide().saying(message(ANNA, "back again")));
    assertEquals(Set.of("b1", "back again"), twoSent());
  }

  @Test
  void holdings_show_everything_about_a_person_and_nobody_else() {
    turn("1", ANNA, decide().state("s1").language("de").saying(message(ANNA, "a1")));
    outbox.delivered(sending(), List.of("r1", "r2"));
    turn("2", ANNA_ELSEWHERE, decide().context("c2").saying(message(ANNA_ELSEWHERE, "a2")));
    turn("3", BEN, decide().state("ben's"));
    inbox.accept(event("4", ANNA));
    Holdings holdings = store.people().holdings(ANNA.personKey());
    assertEquals(
        List.of(
            new Holdings.Conversation(
                ANNA, Optional.of("s1"), Optional.empty(), START, decide().build().expires()),
            new Holdings.Conversation(
                ANNA_ELSEWHERE,
                Optional.empty(),
                Optional.of("c2"),
                START,
                decide().build().expires())),
        holdings.conversations().stream()
            .sorted(Comparator.comparing(c -> c.key().chat()))
            .toList());
    assertEquals(Optional.of("de"), holdings.language());
    assertEquals(1, waiting(holdings, Waiting.Kind.MESSAGE));
    assertEquals(2, holdings.sentReferences());
    assertEquals(1, waiting(holdings, Waiting.Kind.ARRIVED));
  }

  /** A card is the reference of a message that is also counted among the sent ones. */
  private static final Set<String> NOT_SHOWN = Set.of("card");

  @Test
  void every_table_in_which_people_have_rows_is_shown_to_them() {
    Map<String, Set<String>> seen = new EveryColumn(this).fill().seen();
    seen.forEach((column, values) -> assertFalse(values.isEmpty(), column + " was never filled"));
    Database database = store.database();
    for (String table : database.read(database::personal)) {
      List<Integer> before = shown();
      int removed = database.write(handle -> handle.execute("DELETE FROM " + table));
      assertTrue(removed > 0, table);
      assertEquals(NOT_SHOWN.contains(table), before.equals(shown()), table);
    }
  }

  private List<Integer> shown() {
    Holdings held = store.people().holdings(EveryColumn.HERE.personKey());
    return List.of(
        held.conversations().size(),
        held.language().isPresent() ? 1 : 0,
        held.waiting().size(),
        held.sentReferences(),
        held.questions().size(),
        held.cases().size());
  }

  @Test
  void forgetting_leaves_the_proof_and_the_deletions_only() {
    turn("1", ANNA, decide().state("s1").language("de").saying(card("a1", CardRole.LIVE)));
    outbox.delivered(sending(), List.of("r1"));
    turn("2", ANNA_ELSEWHERE, decide().state("s2").saying(message(ANNA_ELSEWHERE, "a2")));
    outbox.delivered(sending(), List.of("r2"));
    turn("3", ANNA_ELSEWHERE, decide().state("s3").saying(message(ANNA_ELSEWHERE, "never sent")));
    turn("4", ANNA, decide().state("s4").later(new NewEvent("remind", ANNA, "remind", in(10))));
    turn("5", BEN, decide().state("ben's").language("fr"));
    inbox.accept(event("6", ANNA_ELSEWHERE));
    inbox.accept(event("7", ANNA));
    ClaimedEvent elsewhere = claimed();
    ClaimedEvent asking = claimed();
    inbox.accept(event("8", ANNA));
    assertTrue(commit(asking, decide().forgetting().saying(message(ANNA, "forgotten"))));

    assertFalse(commit(elsewhere, decide()), "it was erased under the other turn");
    Holdings holdings = store.people().holdings(ANNA.personKey());
    assertEquals(List.of(), holdings.conversations());
    assertEquals(Optional.empty(), holdings.language());
    assertEquals(0, holdings.sentReferences());
    assertEquals(3, waiting(holdings, Waiting.Kind.MESSAGE));
    assertEquals(1, waiting(holdings, Waiting.Kind.ARRIVED));
    assertEquals("payload of 8", claimed().payload());

    ClaimedMessage one = sending();
    ClaimedMessage two = sending();
    assertEquals(Set.of("delete r1", "delete r2"), Set.of(one.payload(), two.payload()));
    assertEquals(Optional.empty(), one.cardReference().or(two::cardReference));
    outbox.delivered(one, List.of());
    outbox.delivered(two, List.of());
    assertEquals("forgotten", sending().payload());

    clock.advance(Duration.ofDays(1));
    assertFalse(inbox.accept(event("1", ANNA)), "a redelivery is still known");
    assertEquals(Optional.of("ben's"), conversations.load(BEN).state());
    assertEquals(Optional.of("fr"), conversations.load(BEN).language());
  }

  @Test
  void everything_expires_by_the_clock() {
    turn("1", ANNA, decide().state("s1").saying(message(ANNA, "a1")));
    outbox.delivered(sending(), List.of("r1"));
    turn("2", BEN, decide().saying(message(BEN, "never sent")));
    inbox.accept(event("3", BEN));
    assertTrue(inbox.setAside(claimed(), List.of()));

    assertEquals(new Expired(0, 0, 0, 0, 0, 0, 0, 0), after(Duration.ofHours(23)));
    assertEquals(new Expired(0, 0, 1, 0, 0, 0, 0, 0), after(Duration.ofDays(1)));
    assertEquals(new Expired(0, 0, 0, 0, 0, 0, 0, 0), after(Duration.ofHours(47)));
    assertFalse(inbox.accept(event("1", ANNA)));
    assertEquals(new Expired(0, 1, 0, 0, 2, 0, 0, 0), after(Duration.ofDays(2)));
    assertEquals(new Expired(0, 0, 0, 0, 0, 0, 0, 0), after(Duration.ofDays(7).minusMillis(1)));
    assertEquals(Optional.of("s1"), conversations.load(ANNA).state());
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), conversations.load(ANNA).state());
    assertEquals(new Expired(1, 0, 0, 1, 0, 0, 0, 0), store.expire(clock.instant()));
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
    assertTrue(store.people().holdings(BEN.personKey()).isEmpty());
  }

  @Test
  void what_stands_of_a_message_nobody_could_deliver_can_still_be_deleted() {
    turn("1", ANNA, decide().saying(message(ANNA, "a1")));
    outbox.advanced(sending(), List.of("r1"));
    assertEquals(1, after(Duration.ofDays(1)).undelivered());
    assertEquals(1, store.people().holdings(ANNA.personKey()).sentReferences());
  }

  @Test
  void a_chosen_language_and_a_card_expire_by_the_clock() {
    turn("1", ANNA, decide().language("de").saying(card("a1", CardRole.LIVE)));
    outbox.delivered(sending(), List.of("r1"));
    clock.advance(Times.CARD.minusMillis(1));
    store.expire(clock.instant());
    assertEquals(1, rows("card"));
    clock.advance(Duration.ofMillis(1));
    store.expire(clock.instant());
    assertEquals(0, rows("card"));
    clock.advance(Times.LANGUAGE.minus(Times.CARD).minusMillis(1));
    store.expire(clock.instant());
    assertEquals(Optional.of("de"), conversations.load(ANNA).language());
    clock.advance(Duration.ofMillis(1));
    store.expire(clock.instant());
    assertEquals(Optional.empty(), conversations.load(ANNA).language());
    assertEquals(0, rows("tenancy"));
  }

  private int rows(String table) {
    return store
        .database()
        .read(
            handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
  }

  @Test
  void what_nobody_comes_for_goes_after_a_week_but_nothing_that_is_being_handled() {
    turn("3", BEN, decide().later(new NewEvent("remind", BEN, "remind", in(60))));
    inbox.accept(event("1", ANNA));
    inbox.accept(event("2", ANNA));
    clock.advance(Duration.ofDays(7).minusMillis(1));
    assertEquals(0, store.expire(clock.instant()).unhandled());
    ClaimedEvent handled = claimed();
    clock.advance(Duration.ofMillis(1));
    assertEquals(0, store.expire(clock.instant()).unhandled());
    assertTrue(commit(handled, decide()));
    assertEquals(1, store.expire(clock.instant()).unhandled());
    assertTrue(store.people().holdings(ANNA.personKey()).isEmpty());
    assertEquals("remind", claimed().payload(), "a reminder is still said");
    assertTrue(inbox.accept(event("4", ANNA)));
    assertEquals("payload of 4", claimed().payload());
  }

  @Test
  void what_the_bot_set_for_itself_where_it_runs_no_more_goes_as_well() {
    turn("1", ANNA, decide().later(new NewEvent("remind", ANNA, "remind", in(60))));
    clock.advance(Times.UNHANDLED_TIMER.plusSeconds(60));
    assertEquals(1, store.expire(clock.instant()).unhandled());
    assertEquals(Optional.empty(), inbox.claim("test"));
    assertEquals(0, rows("inbox_lane"));
  }

  @Test
  void a_context_is_not_kept_longer_than_half_an_hour_of_silence() {
    turn("1", ANNA, decide().state("s1").context("c1"));
    turn("2", BEN, decide().context("c2"));
    clock.advance(Conversations.CONTEXT.minusMillis(1));
    Expired unused = store.expire(clock.instant());
    assertEquals(Optional.of("c1"), conversations.load(ANNA).context());
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), conversations.load(ANNA).context(), "before it is removed");
    assertEquals(1, store.expire(clock.instant()).conversations());
    assertEquals(
        List.of(Optional.empty()),
        store.people().holdings(ANNA.personKey()).conversations().stream()
            .map(Holdings.Conversation::context)
            .toList());
    assertEquals(Optional.of("s1"), conversations.load(ANNA).state());
    assertTrue(store.people().holdings(BEN.personKey()).isEmpty());
    assertEquals(0, unused.conversations());
  }

  @Test
  void a_draft_that_expired_can_be_followed_by_another_before_it_is_removed() {
    turn("1", ANNA, decide().state("old"));
    clock.advance(Duration.ofDays(8));
    turn("2", ANNA, new DecisionBuilder(in(60)).state("new"));
    assertEquals(Optional.of("new"), conversations.load(ANNA).state());
  }

  @Test
  void nothing_personal_shows_when_printed() {
    turn("1", ANNA, decide().state("secret").saying(message(ANNA, "secret")));
    inbox.accept(event("2", ANNA));
    String printed =
        String.join(
            " ",
            ANNA.toString(),
            ANNA.personKey().toString(),
            event("3", ANNA).toString(),
            claimed().toString(),
            message(ANNA, "secret").toString(),
            sending().toString(),
            conversations.load(ANNA).toString(),
            decide().state("secret").build().toString(),
            new SentReference(ANNA, "secret").toString(),
            store.people().holdings(ANNA.personKey()).toString());
    for (String personal : List.of("anna", "chat-a", "tenant", "secret", "payload of")) {
      assertFalse(printed.contains(personal), printed);
    }
  }

  @Test
  void an_open_store_is_healthy() {
    assertTrue(store.healthy());
  }

  private static long waiting(Holdings holdings, Waiting.Kind kind) {
    return holdings.waiting().stream().filter(one -> one.kind() == kind).count();
  }

  private Expired after(Duration sinceStart) {
    clock.advance(Duration.between(clock.instant(), START.plus(sinceStart)));
    return store.expire(clock.instant());
  }

  private Instant in(int seconds) {
    return clock.instant().plusSeconds(seconds);
  }

  private static NewMessage card(String payload, CardRole role) {
    return new NewMessage(ANNA, payload, role);
  }
}
