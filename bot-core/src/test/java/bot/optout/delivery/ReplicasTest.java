package bot.optout.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.ClaimedEvent;
import bot.optout.store.PostgresServer;
import bot.optout.store.StoreConfig;
import bot.optout.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes on one PostgreSQL: each event one turn, in order, whoever comes and goes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ReplicasTest {
  private static final int CHATS = 8;
  private static final int EACH = 12;
  private static final int RESTART_EVERY = 4;

  /** Shorter than in life, where it is 10 seconds. */
  private static final Duration LEASE = Duration.ofSeconds(2);

  private final StoreConfig database = leasing(PostgresServer.newDatabase());
  private final Map<String, List<String>> said = new ConcurrentHashMap<>();

  private static StoreConfig leasing(StoreConfig config) {
    return new StoreConfig(config.url(), config.login(), config.key(), config.previous(), LEASE);
  }

  private void hear(Replica.Said one, CountDownLatch heard) {
    said.computeIfAbsent(one.chat(), chat -> new CopyOnWriteArrayList<>()).add(one.text());
    heard.countDown();
  }

  private static void nothing(ClaimedEvent event) {}

  private static String chat(int number) {
    return "chat" + number;
  }

  /** The platform brings everything twice, to one replica and then to the other. */
  @Test
  void a_rolling_restart_under_traffic_loses_nothing_doubles_nothing_and_keeps_the_order()
      throws Exception {
    CountDownLatch heard = new CountDownLatch(CHATS * EACH);
    List<Replica> replicas = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      replicas.add(new Replica(database, ReplicasTest::nothing, one -> hear(one, heard)));
    }
    int accepted = 0;
    for (int n = 0; n < EACH; n++) {
      for (int chat = 0; chat < CHATS; chat++) {
        String dedupe = chat + ":" + n;
        accepted += replicas.get(n % 3).accept(chat(chat), dedupe) ? 1 : 0;
        accepted += replicas.get((n + 1) % 3).accept(chat(chat), dedupe) ? 1 : 0;
      }
      if (n % RESTART_EVERY == RESTART_EVERY - 1) {
        int which = n / RESTART_EVERY;
        replicas.get(which).close();
        replicas.set(which, new Replica(database, ReplicasTest::nothing, one -> hear(one, heard)));
      }
    }
    heard.await();
    replicas.forEach(Replica::close);
    assertEquals(CHATS * EACH, accepted);
    List<String> inOrder = IntStream.rangeClosed(1, EACH).mapToObj(String::valueOf).toList();
    for (int chat = 0; chat < CHATS; chat++) {
      assertEquals(inOrder, said.get(chat(chat)));
    }
  }

  /** As in a failover: whatever was under way is broken off, more than once. */
  @Test
  void every_connection_may_be_lost_in_the_middle_and_all_arrives_in_order() throws Exception {
    CountDownLatch last = new CountDownLatch(CHATS);
    try (Replica replica =
        new Replica(
            database,
            ReplicasTest::nothing,
            one -> {
              hear(one, new CountDownLatch(1));
              if (one.text().equals(String.valueOf(EACH))) {
                last.countDown();
              }
            })) {
      for (int n = 0; n < EACH; n++) {
        for (int chat = 0; chat < CHATS; chat++) {
          accepted(replica, chat(chat), chat + ":" + n);
          if (chat == CHATS / 2 && n % RESTART_EVERY == 0) {
            cutAllConnections();
          }
        }
      }
      last.await();
    }
    List<String> inOrder = IntStream.rangeClosed(1, EACH).mapToObj(String::valueOf).toList();
    for (int chat = 0; chat < CHATS; chat++) {
      assertEquals(inOrder, said.getOrDefault(chat(chat), List.of()).stream().distinct().toList());
    }
  }

  /** A platform that is not told that an event arrived brings it again. */
  private static void accepted(Replica replica, String chat, String dedupe) {
    for (int tries = 1; ; tries++) {
      try {
        boolean fresh = replica.accept(chat, dedupe);
        assertTrue(fresh || tries > 1);
        return;
      } catch (StoreException lost) {
        assertTrue(tries < 50, lost.getMessage());
      }
    }
  }

  private void cutAllConnections() {
    String cut =
        PostgresServer.ask(
            database.url(),
            """
            SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'optout-bot'""");
    assertTrue(Integer.parseInt(cut) > 0, cut);
  }

  @Test
  void what_a_dead_process_held_is_taken_over_when_its_lease_ends() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch heard = new CountDownLatch(2);
    Replica dying =
        new Replica(
            database,
            event -> {
              begun.countDown();
              await(never);
            },
            one -> {});
    assertTrue(dying.accept("a", "1"));
    begun.await();
    dying.die();
    long died = System.nanoTime();
    try (Replica other = new Replica(database, ReplicasTest::nothing, one -> hear(one, heard))) {
      assertTrue(other.accept("a", "2"));
      heard.await();
      Duration takeover = Duration.ofNanos(System.nanoTime() - died);
      // The lease, and what a loaded machine needs on top: in life 10 seconds instead of 2.
      assertTrue(takeover.compareTo(LEASE.plusSeconds(15)) < 0, takeover.toString());
      assertEquals(List.of("1", "2"), said.get("a"));
      never.countDown();
    }
    dying.close();
    assertEquals(List.of("1", "2"), said.get("a"), "the dead one's turn counts for nothing");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
