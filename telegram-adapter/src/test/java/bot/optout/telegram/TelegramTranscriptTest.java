package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Incoming;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.PlatformReplay;
import bot.optout.transcript.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every golden dialogue, through the adapter and a strict Bot API server: by turns the bot asks for
 * the updates, and Telegram brings them.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TelegramTranscriptTest {
  @TestFactory
  Stream<DynamicTest> every_dialogue_reads_the_same_in_telegram() {
    List<DynamicTest> polled = PlatformReplay.of(language -> new Replay(language, false)).toList();
    List<DynamicTest> brought = PlatformReplay.of(language -> new Replay(language, true)).toList();
    return IntStream.range(0, polled.size()).mapToObj(i -> (i % 2 == 0 ? polled : brought).get(i));
  }

  /** Updates on their way to the bot, until it is closed. */
  private interface Road extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Replay implements PlatformReplay.PlatformChat {
    private static final Secret SECRET = new Secret("a-secret-for-tests-only");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final FakeTelegram telegram = FakeTelegram.start();
    private final TelegramAdapter adapter = Adapters.at(telegram);
    private final Store store = Store.open(StoreConfig.inMemory(), clock);
    private volatile Bot bot = started();
    private final Road road;
    private final TelegramChat chat;

    Replay(String language, boolean webhook) {
      this.road = webhook ? brought() : polled();
      this.chat =
          new TelegramChat(
              telegram,
              new FakePeople(telegram),
              new FakePeople.Person(7_342_118_905L, "Leonore Quint", language),
              this::settle);
    }

    private Road polled() {
      TelegramLoop loop = Adapters.loop(adapter, door(), adapter.pulse());
      new Thread(loop::run, "poll").start();
      return loop::stop;
    }

    private Road brought() {
      TelegramWebhook webhook = new TelegramWebhook(SECRET, Adapters.intake(adapter, door()));
      HttpDoor http = opened(HttpRoute.post(TelegramWebhook.PATH, webhook));
      URI url = URI.create("http://127.0.0.1:" + http.port() + TelegramWebhook.PATH);
      WebhookWatch watch = adapter.watch(new Webhook(url, SECRET), adapter.webhookPulse());
      new Thread(watch::run, "watch").start();
      return () -> {
        watch.stop();
        http.close();
      };
    }

    private static HttpDoor opened(HttpRoute route) {
      try {
        return HttpDoor.open("127.0.0.1", 0, List.of(route), HttpLimits.USUAL);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Bot started() {
      return new Bot(
          new BotConfig(TelegramSender.PLATFORM, "", 7, 30, 30, 1, 1),
          TestContent::get,
          store,
          adapter.sender(Adapters.SELF),
          clock,
          new Random(1),
          Tally.NONE);
    }

    /** Leads to the bot that runs now. */
    private TelegramIntake.Door door() {
      return new TelegramIntake.Door() {
        @Override
        public boolean accept(Incoming incoming) {
          return new BotDoor(bot).accept(incoming);
        }

        @Override
        public List<Boolean> acceptAll(List<Incoming> several) {
          return new BotDoor(bot).acceptAll(several);
        }

        @Override
        public void keep(Address person, String raw) {
          new BotDoor(bot).keep(person, raw);
        }
      };
    }

    /** The bot and all it had in memory; the loop and the chat go on. */
    @Override
    public void restart() {
      chat.waiting();
      bot.close();
      bot = started();
      bot.runDue();
    }

    @Override
    public boolean block() {
      return chat.block();
    }

    private void settle() {
      telegram.await(() -> telegram.unconfirmed() == 0);
      bot.runDue();
    }

    @Override
    public void say(String text) {
      chat.say(text);
    }

    @Override
    public void press(String label) {
      chat.press(label);
    }

    @Override
    public void command(String line) {
      chat.command(line);
    }

    @Override
    public void edit(String text) {
      chat.edit(text);
    }

    @Override
    public void photo() {
      chat.photo();
    }

    @Override
    public void pass(Duration time) {
      chat.waiting();
      clock.advance(time);
      bot.runDue();
      store.expire(clock.instant());
    }

    @Override
    public List<String> received() {
      return chat.received();
    }

    /** A button pressed twice changes nothing the second time; that is no fault. */
    @Override
    public List<String> refusals() {
      return telegram.refusalsThatMatter();
    }

    @Override
    public void close() {
      road.close();
      bot.close();
      adapter.close();
      store.close();
      telegram.close();
    }
  }
}
