package bot.optout.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.ConversationKey;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.Inbox;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LanesTest {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final Store store = Store.open(StoreConfig.inMemory(), clock);
  private final Inbox inbox = store.inbox();
  private final Conversations conversations = store.conversations(sent -> "");
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Counts counts = new Counts();

  @AfterEach
  void close() {
    store.close();
  }

  /** What a handler does with a payload before the turn is committed. */
  private interface Act {
    void on(String payload) throws Exception;
  }

  private Lanes lanes(int workers, Act act) {
    return new Lanes(inbox, "test", handler(act), clock, counts, workers);
  }

  private TurnHandler handler(Act act) {
    return new TurnHandler() {
      @Override
      public void run(ClaimedEvent event) throws Exception {
        act.on(event.payload());
        // Once it is committed, the next one of its conversation may be seen by another thread.
        seen.add(event.payload());
        assertTrue(
            conversations.commit(event, conversations.load(event.conversation()), nothing()));
      }

      @Override
      public List<NewMessage> apology(ClaimedEvent event) {
        return List.of(new NewMessage(event.conversation(), "sorry", CardRole.NONE));
      }
    };
  }

  private static Decision nothing() {
    return new Decision(
        Optional.empty(),
        Optional.empty(),
        START,
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        false);
  }

  private void accept(String chat, String payload) {
    ConversationKey key = new ConversationKey("test", "tenant", chat, "person " + chat);
    assertTrue(inbox.accept(new NewEvent(payload, key, payload, clock.instant())));
  }

  @Test
  void draining_runs_what_is_due_in_the_order_of_acceptance() {
    List<String> accepted = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String payload = "e" + i;
      accept("chat" + i % 7, payload);
      accepted.add(payload);
    }
    try (Lanes lanes = lanes(1, payload -> {})) {
      lanes.drain();
    }
    assertEquals(accepted, seen);
    assertEquals(30, counts.of("turn"));
  }

  @Test
  void what_a_turn_accepts_is_drained_as_well() {
    accept("a", "first");
    try (Lanes lanes =
        lanes(
            1,
            payload -> {
              if (payload.equals("first")) {
                accept("b", "second");
              }
            })) {
      lanes.drain();
    }
    assertEquals(List.of("first", "second"), seen);
  }

  @Test
  void a_failing_turn_is_tried_five_times_and_then_set_aside_with_an_apology() {
    accept("a", "poison");
    accept("a", "next");
    try (Lanes lanes = lanes(1, LanesTest::refusePoison)) {
      for (int tries = 1; tries <= 5; tries++) {
        assertEquals(List.of(), seen, "its conversation waits for it");
        lanes.drain();
        assertEquals(tries, counts.of("turnFailed"));
        clock.advance(Duration.ofSeconds(64));
      }
      lanes.drain();
    }
    assertEquals(List.of("next"), seen);
    assertEquals(1, counts.of("setAside"));
    assertEquals("sorry", store.outbox().claim("test").orElseThrow().payload());
  }

  @Test
  void an_error_is_caught_like_an_exception() {
    accept("a", "poison");
    accept("b", "other");
    try (Lanes lanes =
        lanes(
            1,
            payload -> {
              if (payload.equals("poison")) {
                throw new StackOverflowError();
              }
            })) {
      lanes.drain();
    }
    assertEquals(List.of("other"), seen);
    assertEquals(1, counts.of("turnFailed"));
  }

  @Test
  void a_turn_that_kills_its_process_every_time_is_not_run_again() {
    accept("a", "poison");
    for (int deaths = 0; deaths < 5; deaths++) {
      assertTrue(inbox.claim("test").isPresent());
      clock.advance(StoreConfig.LEASE);
    }
    try (Lanes lanes = lanes(1, payload -> {})) {
      lanes.drain();
    }
    assertEquals(List.of(), seen);
    assertEquals(1, counts.of("setAside"));
  }

  @Test
  void a_slow_conversation_holds_up_no_other_one() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(10);
    CountDownLatch end = new CountDownLatch(12);
    accept("slow", "slow 1");
    accept("slow", "slow 2");
    try (Lanes lanes =
        lanes(
            2,
            payload -> {
              if (payload.equals("slow 1")) {
                slow.await();
              }
              end.countDown();
              if (!payload.startsWith("slow")) {
                others.countDown();
              }
            })) {
      lanes.start();
      for (int i = 0; i < 10; i++) {
        accept("chat" + i, "e" + i);
        lanes.wake();
      }
      others.await();
      assertEquals(2, end.getCount());
      slow.countDown();
      end.await();
    }
    assertEquals(12, seen.size());
    assertTrue(seen.indexOf("slow 1") < seen.indexOf("slow 2"));
  }

  @Test
  void closing_waits_for_the_running_turn_and_begins_no_other() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    accept("a", "running");
    accept("a", "waiting");
    Lanes lanes =
        lanes(
            1,
            payload -> {
              begun.countDown();
              go.await();
            });
    lanes.start();
    begun.await();
    Thread closing = new Thread(lanes::close);
    closing.start();
    // The worker sees the closing only after its turn, whichever of the two comes first.
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    go.countDown();
    closing.join();
    assertEquals(List.of("running"), seen);
  }

  private static void refusePoison(String payload) {
    if (payload.equals("poison")) {
      throw new IllegalStateException("what people wrote");
    }
  }
}
