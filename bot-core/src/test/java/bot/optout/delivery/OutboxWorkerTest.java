package bot.optout.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.ClaimedMessage;
import bot.optout.store.ConversationKey;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.Outbox;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class OutboxWorkerTest {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final ConversationKey ANNA =
      new ConversationKey("test", "tenant", "chat-a", "anna");
  private static final ConversationKey BEN = new ConversationKey("test", "tenant", "chat-b", "ben");

  private final SettableClock clock = new SettableClock(START);
  private final Store store = Store.open(StoreConfig.inMemory(), clock);
  private final Outbox outbox = store.outbox();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Counts counts = new Counts();
  private int events;

  @AfterEach
  void close() {
    store.close();
  }

  private void decided(ConversationKey conversation, List<NewEvent> due, String... payloads) {
    Conversations conversations = store.conversations(reference -> "");
    store.inbox().accept(new NewEvent("e" + events++, conversation, "question", clock.instant()));
    ClaimedEvent event = store.inbox().claim("test").orElseThrow();
    Decision decision =
        new Decision(
            Optional.empty(),
            Optional.empty(),
            START,
            Stream.of(payloads).map(text -> message(conversation, text)).toList(),
            due,
            Set.of(),
            Optional.empty(),
            false);
    assertTrue(conversations.commit(event, conversations.load(conversation), decision));
  }

  private void decided(ConversationKey conversation, String... payloads) {
    decided(conversation, List.of(), payloads);
  }

  private static NewMessage message(ConversationKey conversation, String payload) {
    return new NewMessage(conversation, payload, CardRole.NONE);
  }

  private OutboxWorker worker(int workers, Courier courier) {
    Courier noting =
        (message, progress) -> {
          sent.add(message.payload());
          return courier.send(message, progress);
        };
    return new OutboxWorker(outbox, "test", noting, clock, new Random(1), counts, workers);
  }

  /** Every message meets this end, once a call. */
  private void drain(Sending end) {
    drain((message, progress) -> end);
  }

  private void drain(Courier courier) {
    try (OutboxWorker worker = worker(1, courier)) {
      worker.drain();
    }
  }

  @Test
  void draining_delivers_everything_in_order() {
    decided(ANNA, "a1", "a2");
    decided(BEN, "b1");
    decided(ANNA, "a3");
    drain(new Sending.Delivered(List.of("r")));
    assertEquals(List.of("a1", "a2", "b1", "a3"), sent);
    assertEquals(0, outbox.depth("test"));
    assertEquals(4, counts.of("delivered"));
  }

  @Test
  void what_was_not_sent_is_tried_again_ever_more_slowly_for_a_day() {
    decided(ANNA, "a1");
    Duration longest = Duration.ZERO;
    while (outbox.depth("test") > 0) {
      drain(new Sending.Failed("refused connection"));
      Optional<Instant> next = outbox.nextDue("test");
      if (next.isPresent()) {
        Duration wait = Duration.between(clock.instant(), next.get());
        longest = longest.compareTo(wait) < 0 ? wait : longest;
        clock.advance(wait);
      }
    }
    assertTrue(sent.size() > 100 && sent.size() < 250, "tries: " + sent.size());
    assertTrue(longest.compareTo(Duration.ofMinutes(15)) <= 0, "longest: " + longest);
    Duration tried = Duration.between(START, clock.instant());
    assertTrue(tried.compareTo(Duration.ofDays(1)) < 0, "before the store forgets it: " + tried);
    assertTrue(tried.compareTo(Duration.ofDays(1).minusMinutes(15)) >= 0, "for a day: " + tried);
    assertEquals(1, counts.of("dropped"));
    assertEquals(sent.size() - 1, counts.of("retried"));
  }

  @Test
  void a_platform_that_names_a_time_is_obeyed_in_that_conversation() {
    decided(ANNA, "a1", "a2");
    decided(BEN, "b1");
    drain(
        (message, progress) ->
            message.payload().equals("a1") && message.attempts() == 1
                ? new Sending.RetryAfter(Duration.ofSeconds(90))
                : new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "b1"), sent);
    clock.advance(Duration.ofSeconds(90).minusMillis(1));
    drain(new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "b1"), sent);
    clock.advance(Duration.ofMillis(1));
    drain(new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "b1", "a1", "a2"), sent);
  }

  @Test
  void what_is_held_back_for_a_day_is_dropped_and_what_stands_of_it_can_be_deleted() {
    decided(ANNA, "a1", "a2");
    drain(part(new Sending.RetryAfter(Duration.ofHours(23))));
    clock.advance(Duration.ofHours(23));
    drain(
        (message, progress) ->
            message.payload().equals("a1")
                ? new Sending.RetryAfter(Duration.ofHours(1))
                : new Sending.Later(Duration.ofHours(2)));
    assertEquals(2, counts.of("dropped"));
    assertEquals(0, outbox.depth("test"));
    assertEquals(1, store.people().holdings(ANNA.personKey()).sentReferences());
  }

  @Test
  void only_what_the_platform_refused_counts_as_its_limit() {
    decided(ANNA, "a1");
    drain(new Sending.Later(Duration.ofSeconds(1)));
    assertEquals(0, counts.of("limited"), "we did not even ask");
    clock.advance(Duration.ofSeconds(1));
    drain(new Sending.RetryAfter(Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(1));
    drain(new Sending.Delivered(List.of()));
    assertEquals(1, counts.of("limited"));
    assertEquals(2, counts.of("retried"));
    assertEquals(1, counts.of("delivered"));
  }

  @Test
  void an_ambiguous_message_is_sent_once_more_and_no_more() {
    decided(ANNA, "a1", "a2");
    drain(new Sending.Ambiguous("timeout"));
    assertEquals(List.of("a1"), sent);
    clock.advance(Duration.ofMinutes(1));
    drain(
        (message, progress) ->
            message.ambiguous()
                ? new Sending.Ambiguous("timeout")
                : new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "a1", "a2"), sent);
    assertEquals(2, counts.of("ambiguous"));
    assertEquals(1, counts.of("dropped"));
    assertEquals(1, counts.of("delivered"));
  }

  @Test
  void a_refused_message_is_dropped_and_the_next_one_goes() {
    decided(ANNA, "a1", "a2");
    drain(
        (message, progress) ->
            message.payload().equals("a1")
                ? new Sending.Refused("bad request")
                : new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "a2"), sent);
    assertEquals(1, counts.of("dropped"));
  }

  @Test
  void a_closed_chat_gets_nothing_more_now_or_later() {
    NewEvent reminder = new NewEvent("remind", ANNA, "remind", START.plusSeconds(60));
    decided(ANNA, List.of(reminder), "a1", "a2");
    decided(BEN, "b1");
    drain(
        (message, progress) ->
            message.conversation().equals(ANNA)
                ? new Sending.Gone()
                : new Sending.Delivered(List.of()));
    assertEquals(List.of("a1", "b1"), sent);
    assertEquals(1, counts.of("gone"));
    clock.advance(Duration.ofSeconds(60));
    assertEquals(Optional.empty(), store.inbox().claim("test"));
  }

  @Test
  void a_courier_that_breaks_is_tried_five_times() {
    decided(ANNA, "a1", "a2");
    for (int tries = 1; tries <= 5; tries++) {
      drain(
          (message, progress) -> {
            if (message.payload().equals("a1")) {
              throw new IllegalStateException("what people wrote");
            }
            return new Sending.Delivered(List.of());
          });
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(List.of("a1", "a1", "a1", "a1", "a1", "a2"), sent);
    assertEquals(1, counts.of("dropped"));
  }

  @Test
  void what_stands_of_a_message_is_not_sent_again() {
    decided(ANNA, "a1");
    drain(part(new Sending.RetryAfter(Duration.ofSeconds(1))));
    clock.advance(Duration.ofSeconds(1));
    drain(part(new Sending.Ambiguous("timeout")));
    clock.advance(Duration.ofMinutes(1));
    drain(part(new Sending.Ambiguous("timeout")));
    assertEquals(0, counts.of("dropped"), "the doubt was about another part each time");
    clock.advance(Duration.ofMinutes(1));
    drain(
        (message, progress) -> {
          assertEquals(3, progress.done());
          assertEquals(
              List.of(Optional.of("r0"), Optional.of("r1"), Optional.of("r2")),
              progress.references());
          return new Sending.Delivered(List.of());
        });
    assertEquals(1, counts.of("delivered"));
  }

  /** One part arrives, and then comes this. */
  private static Courier part(Sending end) {
    return (message, progress) -> {
      progress.done(Optional.of("r" + progress.done()));
      return end;
    };
  }

  @Test
  void a_part_that_was_kept_survives_what_is_thrown_behind_it() {
    decided(ANNA, "a1");
    drain(
        (message, progress) -> {
          progress.done(Optional.empty());
          progress.keep();
          throw new IllegalStateException("what people wrote");
        });
    clock.advance(Duration.ofMinutes(1));
    drain(
        (message, progress) -> {
          assertEquals(List.of(Optional.empty()), progress.references());
          return new Sending.Delivered(List.of());
        });
    assertEquals(1, counts.of("delivered"));
  }

  @Test
  void a_slow_delivery_holds_up_no_other_conversation() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(3);
    decided(ANNA, "a1", "a2");
    Courier courier =
        (message, progress) -> {
          await(message, slow);
          if (message.payload().equals("b1")) {
            other.countDown();
          }
          end.countDown();
          return new Sending.Delivered(List.of());
        };
    try (OutboxWorker worker = worker(2, courier)) {
      worker.start();
      decided(BEN, "b1");
      worker.wake();
      other.await();
      slow.countDown();
      end.await();
    }
    assertEquals(Set.of("a1", "b1"), Set.copyOf(sent.subList(0, 2)), "which begins first is open");
    assertEquals("a2", sent.get(2));
    assertEquals(0, outbox.depth("test"));
  }

  private static void await(ClaimedMessage message, CountDownLatch slow) {
    try {
      if (message.payload().equals("a1")) {
        slow.await();
      }
    } catch (InterruptedException impatient) {
      throw new IllegalStateException(impatient);
    }
  }
}
