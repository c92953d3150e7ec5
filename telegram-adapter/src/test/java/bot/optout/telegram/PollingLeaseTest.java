package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.program.WayIn;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.telegram.FakePeople.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one database: one of them asks for updates. */
@Timeout(60)
final class PollingLeaseTest {
  private static final Person ANA = FakePeople.person(42);
  private static final PollingLease.Rhythm FAST =
      new PollingLease.Rhythm(Duration.ofMillis(1_000), Duration.ofMillis(100));

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    telegram.close();
  }

  /** One process's way to the database. */
  private Store opened() {
    return Store.open(
        StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db")), Clock.systemUTC());
  }

  /** One process, from the database to Telegram, without a bot. */
  private final class Poller implements TelegramIntake.Door, AutoCloseable {
    private final Store store = opened();
    private final TelegramAdapter adapter;
    private final Pulse pulse;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final PollingLease lease;
    private final CompletableFuture<WayIn.End> end;

    private final AtomicInteger loops = new AtomicInteger();

    Poller() {
      this(telegram, Duration.ofSeconds(30), Clock.systemUTC());
    }

    /**
     * @param silence after which Telegram counts as lost
     * @param clock that the lease goes by
     */
    Poller(FakeTelegram asked, Duration silence, Clock clock) {
      adapter = Adapters.at(asked);
      pulse = new Pulse(Clock.systemUTC(), silence);
      lease = new PollingLease(store.leases(), FAST, this::loop, pulse, clock);
      end = CompletableFuture.supplyAsync(lease::run);
    }

    private TelegramLoop loop() {
      loops.incrementAndGet();
      return Adapters.loop(adapter, this, pulse);
    }

    @Override
    public boolean accept(Incoming incoming) {
      return incoming.input() instanceof Input.Said said && heard.add(said.text());
    }

    @Override
    public void keep(Address person, String raw) {
      throw new AssertionError("everything can be read");
    }

    /** The database is out of its reach from now on. */
    void loseTheDatabase() {
      store.close();
    }

    /** Who stops, and has given the lease back. */
    void stop() {
      lease.stop();
      assertEquals(WayIn.End.STOPPED, end.join());
    }

    @Override
    public void close() {
      stop();
      adapter.close();
      store.close();
    }
  }

  private void says(String text, Poller hearing) {
    people.say(ANA, text);
    telegram.await(() -> hearing.heard.contains(text));
  }

  @Test
  void one_asks_the_other_stands_by_and_takes_over_when_the_first_stops() {
    Poller first = new Poller();
    says("one", first);
    try (Poller second = new Poller()) {
      telegram.await(second.pulse::isFresh);
      says("two", first);
      assertEquals(List.of(), second.heard, "it only stands by, and is well");
      first.close();
      says("three", second);
      assertEquals(List.of("one", "two"), first.heard);
    }
    assertEquals(0, conflicts(), "Telegram never saw two at once");
  }

  @Test
  void whoever_cannot_keep_the_lease_stops_asking_and_another_takes_over() {
    Poller cutOff = new Poller();
    says("one", cutOff);
    try (Poller other = new Poller()) {
      cutOff.loseTheDatabase();
      long lost = System.nanoTime();
      telegram.await(() -> takenOver(other));
      Duration takeover = Duration.ofNanos(System.nanoTime() - lost);
      assertTrue(takeover.compareTo(Duration.ofSeconds(30)) < 0, takeover.toString());
    } finally {
      cutOff.close();
    }
  }

  @Test
  void whoever_hears_nothing_from_telegram_gives_way_to_one_who_does() {
    try (FakeTelegram outOfReach = FakeTelegram.start()) {
      Fault[] away = new Fault[1_000];
      Arrays.fill(away, Fault.reset());
      outOfReach.fault("getUpdates", away);
      try (Poller leader = new Poller(outOfReach, Duration.ofMillis(500), Clock.systemUTC())) {
        outOfReach.await(() -> !outOfReach.calls("getUpdates").isEmpty());
        assertFalse(leader.pulse.isFresh());
        try (Poller other = new Poller()) {
          says("one", other);
          assertEquals(List.of(), leader.heard);
        }
      }
    }
  }

  @Test
  void whoever_cannot_ask_whose_turn_it_is_is_not_well() {
    try (Poller first = new Poller();
        Poller second = new Poller(telegram, Duration.ofMillis(500), Clock.systemUTC())) {
      says("one", first);
      telegram.await(second.pulse::isFresh);
      second.loseTheDatabase();
      telegram.await(() -> !second.pulse.isFresh());
    }
  }

  /** Time as it passes, but that the thread that keeps the lease may be held up, or worse. */
  private static final class KeepersClock extends Clock {
    private volatile Runnable trouble = () -> {};
    private volatile Thread keeper = Thread.currentThread();

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals("telegram-lease")) {
        keeper = Thread.currentThread();
        trouble.run();
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void a_lease_that_was_given_back_is_not_taken_again() throws InterruptedException {
    KeepersClock clock = new KeepersClock();
    CompletableFuture<Void> asking = new CompletableFuture<>();
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    try (Poller poller = new Poller(telegram, Duration.ofSeconds(30), clock)) {
      says("one", poller);
      clock.trouble =
          () -> {
            asking.complete(null);
            goOn.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).join();
          };
      asking.join();
      poller.stop();
      goOn.complete(null);
      clock.keeper.join();
      try (Store other = opened()) {
        assertTrue(other.leases().hold("telegram-polling", Duration.ofSeconds(1)));
      }
    }
  }

  @Test
  void nobody_asks_without_somebody_who_keeps_the_lease() {
    KeepersClock clock = new KeepersClock();
    try (Poller poller = new Poller(telegram, Duration.ofSeconds(30), clock)) {
      says("one", poller);
      clock.trouble =
          () -> {
            clock.trouble = () -> {};
            throw new IllegalStateException("a bug");
          };
      telegram.await(() -> poller.loops.get() == 2);
      says("two", poller);
    }
  }

  private boolean takenOver(Poller other) {
    people.say(ANA, "is anybody there?");
    return !other.heard.isEmpty();
  }

  private long conflicts() {
    return telegram.refusals().stream().filter(refusal -> refusal.contains("Conflict")).count();
  }
}
