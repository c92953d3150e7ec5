package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Incoming;
import bot.optout.content.TestContent;
import bot.optout.delivery.Sending;
import bot.optout.delivery.Tally;
import bot.optout.fuzz.Mutations;
import bot.optout.operation.HttpCall;
import bot.optout.operation.Secret;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Updates as nobody would send them, through the webhook: each is taken or kept aside, none holds
 * anybody up. A seed makes it the same again: {@code -Dfuzz.seed=7}.
 */
@Timeout(600)
final class TelegramFuzzTest {
  private static final String SECRET = "a-secret-for-tests-only";
  private static final Duration SLOW = Duration.ofSeconds(1);

  /** Of so many updates that are understood one is answered as well. */
  private static final int ANSWERED = 100;

  private final long seed =
      Long.getLong("fuzz.seed", Boolean.getBoolean("deep") ? new Random().nextLong() : 1);
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final Store store = Store.open(StoreConfig.inMemory(), clock);
  private final AtomicInteger failures = new AtomicInteger();
  private final Bot bot = bot();
  private final Door door = new Door();
  private final TelegramWebhook webhook =
      new TelegramWebhook(new Secret(SECRET), Adapters.intake(adapter, door));

  private final class Door implements TelegramIntake.Door {
    private int understood = 0;
    private int kept = 0;

    @Override
    public boolean accept(Incoming incoming) {
      understood++;
      // The store takes no key of any length.
      assertTrue(incoming.dedupeKey().length() < 1_000, () -> "seed " + seed);
      return understood % ANSWERED == 0 ? bot.accept(incoming) : !incoming.dedupeKey().isEmpty();
    }

    @Override
    public void keep(Address person, String raw) {
      kept++;
      if (kept % ANSWERED == 0) {
        bot.setAside(person, raw);
      }
    }
  }

  @AfterEach
  void close() {
    bot.close();
    adapter.close();
    store.close();
    telegram.close();
  }

  @Test
  void five_thousand_broken_updates_harm_nobody() throws IOException {
    harmNobody(5_000);
  }

  @Tag("deep")
  @Test
  void two_hundred_thousand_broken_updates_harm_nobody() throws IOException {
    harmNobody(200_000);
  }

  private void harmNobody(int cases) throws IOException {
    List<String> updates = recorded();
    Mutations mutations = new Mutations(seed);
    long slowest = 0;
    for (int i = 0; i < cases; i++) {
      String update = mutations.mutate(updates.get(i % updates.size()));
      slowest = Math.max(slowest, taken(update, i));
    }
    bot.runDue();
    System.out.printf(
        "%d updates, seed %d: %d understood, %d kept aside, slowest %d ms%n",
        cases, seed, door.understood, door.kept, slowest / 1_000_000);
    assertEquals(0, failures.get(), () -> "turns failed, seed " + seed);
    assertTrue(slowest < SLOW.toNanos(), () -> "too slow, seed " + seed);
    // Else the campaign stands still in front of the parser.
    assertTrue(door.understood > cases / 10 && door.kept > cases / 10);
  }

  /** How long it took, in nanoseconds. */
  private long taken(String update, int number) {
    byte[] body = update.getBytes(StandardCharsets.UTF_8);
    HttpCall call = new HttpCall("", Map.of("X-Telegram-Bot-Api-Secret-Token", SECRET), body);
    long before = System.nanoTime();
    try {
      assertEquals(200, webhook.answer(call).status());
    } catch (RuntimeException | Error trouble) {
      throw new AssertionError("seed " + seed + ", number " + number + ":\n" + update, trouble);
    }
    return System.nanoTime() - before;
  }

  /** One update a line, as the Bot API sends them. */
  private static List<String> recorded() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(TelegramFuzzTest.class.getResourceAsStream("updates.jsonl"))) {
      return new ArrayList<>(
          new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private Bot bot() {
    return new Bot(
        new BotConfig(TelegramSender.PLATFORM, "", 7, 30, 1_000_000, 1, 1),
        TestContent::get,
        store,
        (outgoing, progress) -> new Sending.Delivered(List.of()),
        clock,
        new Random(1),
        new Failures());
  }

  private final class Failures implements Tally {
    @Override
    public void turnFailed() {
      failures.incrementAndGet();
    }
  }
}
