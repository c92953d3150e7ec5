package bot.optout.telegram;

import bot.optout.content.LiveContent;
import bot.optout.store.Store;
import bot.optout.store.StoreException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done besides talking: the menu of commands at the start, forgetting in time, new content.
 */
final class TelegramChores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChores.class);
  private static final int MENU_TRIES = 8;
  private static final long EXPIRY_MINUTES = 5;

  private final TelegramAdapter adapter;
  private final Store store;
  private final LiveContent content;
  private final Clock clock;
  private final BackOff backOff;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(TelegramChores::thread);

  TelegramChores(TelegramAdapter adapter, Store store, LiveContent content, Clock clock) {
    this.adapter = adapter;
    this.store = store;
    this.content = content;
    this.clock = clock;
    this.backOff = adapter.backOff();
  }

  void start() {
    Future<?> unusedMenu = thread.submit(() -> offerMenu(1));
    Future<?> unusedExpiry =
        thread.scheduleWithFixedDelay(this::expire, 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
    content.watch(thread, LiveContent.PACE);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** The bot works without a menu, so trouble with it must not stop anything. */
  private void offerMenu(int tries) {
    try {
      adapter.api().setCommands(TelegramCommands.described());
    } catch (TelegramTrouble trouble) {
      LOG.warn("The menu of commands could not be set: {}", trouble.reason());
      if (tries < MENU_TRIES) {
        long pause = trouble.retryAfter().orElseGet(backOff::next).toMillis();
        Future<?> unused =
            thread.schedule(() -> offerMenu(tries + 1), pause, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void expire() {
    try {
      store.expire(clock.instant());
    } catch (StoreException trouble) {
      LOG.warn("Nothing expired this time: {}", trouble.getClass().getSimpleName());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-chores");
    thread.setDaemon(true);
    return thread;
  }
}
