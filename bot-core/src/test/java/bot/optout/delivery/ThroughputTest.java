package bot.optout.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.ConversationKey;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.Inbox;
import bot.optout.store.MasterKey;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.PostgresServer;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a message through a file on disk, as fast as it goes. */
@Tag("deep")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class ThroughputTest {
  private static final int EVENTS = 5000;
  private static final int CONVERSATIONS = 200;
  private static final int DELIVERIES = 8;

  /** A program has as many as processors on a file, twice as many on a server. */
  private static final int TURNS = Integer.getInteger("turns", 8);

  /** Who accepts at the same time: with polling one, with a webhook many. */
  private static final int DOORS = Integer.getInteger("doors", 8);

  /** The goal on two idle cores is 300; this only notices when something became slow. */
  private static final double TURNS_A_SECOND = 50;

  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch delivered = new CountDownLatch(EVENTS);

  @Test
  void many_turns_a_second_from_acceptance_to_delivery(@TempDir Path folder) throws Exception {
    measure("SQLite", StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db")));
  }

  @Test
  void many_turns_a_second_on_a_server() throws Exception {
    try (EmbeddedPostgres server = PostgresServer.durable()) {
      StoreConfig config = StoreConfig.of(server.getJdbcUrl("postgres", "postgres"));
      long before = logged(config);
      measure("PostgreSQL", config.with(MasterKey.random(new SecureRandom())));
      long bytes = (logged(config) - before) / EVENTS;
      System.err.printf("PostgreSQL: %d bytes of its log of changes a turn%n", bytes);
    }
  }

  private static long logged(StoreConfig config) {
    String sql = "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint";
    return Long.parseLong(PostgresServer.ask(config.url(), sql));
  }

  private void measure(String name, StoreConfig config) throws Exception {
    try (Store store = Store.open(config, clock);
        OutboxWorker outbox = outbox(store);
        Lanes lanes = lanes(store, outbox)) {
      lanes.start();
      outbox.start();
      long start = System.nanoTime();
      acceptAll(store.inbox(), lanes);
      double accepted = (System.nanoTime() - start) / 1e9;
      delivered.await();
      double seconds = (System.nanoTime() - start) / 1e9;
      assertEquals(0, delivered.getCount());
      System.err.printf(
          "%s: %d events accepted in %.1f s, delivered after %.1f s: %.0f turns/s%n",
          name, EVENTS, accepted, seconds, EVENTS / seconds);
      assertTrue(EVENTS / seconds > TURNS_A_SECOND, "turns a second: " + EVENTS / seconds);
    }
  }

  /** Through several doors at once, each conversation through one. */
  private void acceptAll(Inbox inbox, Lanes lanes) throws Exception {
    ExecutorService doors = Executors.newFixedThreadPool(DOORS);
    List<Future<?>> open = new ArrayList<>();
    for (int door = 0; door < DOORS; door++) {
      int first = door;
      open.add(
          doors.submit(
              () -> {
                for (int i = first; i < EVENTS; i += DOORS) {
                  assertTrue(inbox.accept(event(i)));
                  lanes.wake();
                }
              }));
    }
    for (Future<?> one : open) {
      one.get();
    }
    doors.shutdown();
  }

  private NewEvent event(int i) {
    int n = i % CONVERSATIONS;
    ConversationKey key = new ConversationKey("test", "tenant", "chat" + n, "person" + n);
    return new NewEvent("e" + i, key, "a question of the usual length, in JSON", clock.instant());
  }

  private Lanes lanes(Store store, OutboxWorker outbox) {
    return new Lanes(store.inbox(), "test", handler(store, outbox), clock, Tally.NONE, TURNS);
  }

  private OutboxWorker outbox(Store store) {
    Courier courier =
        (message, progress) -> {
          delivered.countDown();
          return new Sending.Delivered(List.of("reference"));
        };
    return new OutboxWorker(
        store.outbox(), "test", courier, clock, new Random(1), Tally.NONE, DELIVERIES);
  }

  private TurnHandler handler(Store store, OutboxWorker outbox) {
    Conversations conversations = store.conversations(sent -> "");
    return new TurnHandler() {
      @Override
      public void run(ClaimedEvent event) {
        assertTrue(
            conversations.commit(event, conversations.load(event.conversation()), answer(event)));
        outbox.wake();
      }

      @Override
      public List<NewMessage> apology(ClaimedEvent event) {
        return List.of();
      }
    };
  }

  private Decision answer(ClaimedEvent event) {
    return new Decision(
        Optional.of("{\"state\":\"drafting\",\"answers\":{}}".repeat(5)),
        Optional.of("{\"entry\":\"how-to-opt-out\"}"),
        clock.instant().plus(Duration.ofDays(7)),
        List.of(new NewMessage(event.conversation(), "an answer ".repeat(100), CardRole.LIVE)),
        List.of(),
        Set.of("timeout"),
        Optional.empty(),
        false);
  }
}
