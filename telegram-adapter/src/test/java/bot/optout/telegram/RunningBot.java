package bot.optout.telegram;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The bot as it runs, behind the adapter, at a clock that stands still. */
final class RunningBot implements AutoCloseable {
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  final FakeTelegram telegram = FakeTelegram.start();
  final FakePeople people = new FakePeople(telegram);
  final Store store = Store.open(StoreConfig.inMemory(), clock);
  private final TelegramAdapter adapter;
  private final Bot bot;
  private final InlineDesk inline;
  private final TelegramLoop loop;

  RunningBot() {
    this(door -> door);
  }

  /**
   * @param changed what stands between Telegram and the bot's own door
   */
  RunningBot(UnaryOperator<TelegramIntake.Door> changed) {
    this((telegram, clock) -> Adapters.guest(telegram), changed);
  }

  /**
   * @param adapters how patient it is
   * @param changed what stands between Telegram and the bot's own door
   */
  RunningBot(
      BiFunction<FakeTelegram, Clock, TelegramAdapter> adapters,
      UnaryOperator<TelegramIntake.Door> changed) {
    adapter = adapters.apply(telegram, clock);
    bot =
        new Bot(
            new BotConfig(TelegramSender.PLATFORM, "", 7, 30, 1_000, 1, 1),
            TestContent::get,
            store,
            adapter.sender(Adapters.SELF),
            clock,
            new Random(1),
            Tally.NONE);
    inline = adapter.inline(Adapters.SELF, new BotLibrary(bot, TestContent::get));
    TelegramIntake.Door door = changed.apply(door());
    loop = adapter.loop(adapter.intake(Adapters.SELF, door, inline), adapter.pulse());
    new Thread(loop::run, "poll").start();
  }

  /** The bot's own door. */
  TelegramIntake.Door door() {
    return new BotDoor(bot);
  }

  /** Returns when everything that was done so far has been answered. */
  void settle() {
    telegram.await(() -> telegram.unconfirmed() == 0);
    bot.runDue();
  }

  @Override
  public void close() {
    loop.stop();
    inline.close();
    bot.close();
    adapter.close();
    store.close();
    telegram.close();
  }
}
