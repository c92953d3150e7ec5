package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several stores on one file, as several processes would have it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SharedFileTest {
  private static final int CONVERSATIONS = 5;
  private static final int EVENTS = 100;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Clock clock = Clock.systemUTC();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Store open() {
    return Store.open(StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db")), clock);
  }

  @Test
  void many_may_create_the_database_at_once() throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    List<Boolean> healthy =
        all(
            4,
            i -> {
              together.await();
              try (Store store = open()) {
                return store.healthy();
              }
            });
    assertEquals(List.of(true, true, true, true), healthy);
  }

  /** Every event is a step of a counter that its conversation's state holds. */
  @Test
  void two_stores_lose_nothing_and_double_nothing() throws Exception {
    try (Store one = open();
        Store two = open()) {
      List<Store> stores = List.of(one, two);
      List<Integer> accepted = all(2, i -> accept(stores.get(i)));
      assertEquals(EVENTS, accepted.stream().mapToInt(Integer::intValue).sum());
      AtomicInteger left = new AtomicInteger(EVENTS);
      List<Integer> done = all(4, i -> work(stores.get(i % 2), left));
      assertEquals(EVENTS, done.stream().mapToInt(Integer::intValue).sum());
      for (int i = 0; i < CONVERSATIONS; i++) {
        Snapshot end = one.conversations(sent -> "").load(conversation(i));
        assertEquals(Optional.of(String.valueOf(EVENTS / CONVERSATIONS)), end.state());
      }
      assertEquals(EVENTS, one.outbox().depth("test"));
      AtomicInteger unsent = new AtomicInteger(EVENTS);
      List<Integer> sent = all(4, i -> deliver(stores.get(i % 2), unsent));
      assertEquals(EVENTS, sent.stream().mapToInt(Integer::intValue).sum());
      assertEquals(0, two.outbox().depth("test"));
    }
  }

  /** Both offer all events, as a platform does that delivers twice. */
  private int accept(Store store) {
    int accepted = 0;
    for (int i = 0; i < EVENTS; i++) {
      NewEvent event =
          new NewEvent("e" + i, conversation(i % CONVERSATIONS), "+1", clock.instant());
      accepted += store.inbox().accept(event) ? 1 : 0;
    }
    return accepted;
  }

  private static int work(Store store, AtomicInteger left) {
    Inbox inbox = store.inbox();
    Conversations conversations = store.conversations(sent -> "");
    int done = 0;
    while (left.get() > 0) {
      Optional<ClaimedEvent> event = inbox.claim("test");
      if (event.isPresent() && count(conversations, event.get())) {
        done++;
        left.decrementAndGet();
      }
    }
    return done;
  }

  private static boolean count(Conversations conversations, ClaimedEvent event) {
    Snapshot seen = conversations.load(event.conversation());
    int count = seen.state().map(Integer::valueOf).orElse(0) + 1;
    Decision decision =
        new DecisionBuilder(event.due().plus(Duration.ofDays(1)))
            .state(String.valueOf(count))
            .saying(new NewMessage(event.conversation(), "m" + count, CardRole.NONE))
            .build();
    return conversations.commit(event, seen, decision);
  }

  private static int deliver(Store store, AtomicInteger unsent) {
    int delivered = 0;
    while (unsent.get() > 0) {
      Optional<ClaimedMessage> message = store.outbox().claim("test");
      if (message.isPresent()) {
        store.outbox().delivered(message.get(), List.of("r"));
        delivered++;
        unsent.decrementAndGet();
      }
    }
    return delivered;
  }

  private static ConversationKey conversation(int i) {
    return new ConversationKey("test", "tenant", "chat" + i, "person" + i);
  }

  private interface Work<T> {
    T of(int i) throws Exception;
  }

  private <T> List<T> all(int count, Work<T> work) throws Exception {
    List<Callable<T>> calls =
        IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> work.of(i)).toList();
    List<Future<T>> futures = threads.invokeAll(calls);
    assertTrue(futures.stream().allMatch(Future::isDone));
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
