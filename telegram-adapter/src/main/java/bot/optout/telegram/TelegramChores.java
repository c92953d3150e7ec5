package bot.optout.telegram;

import bot.optout.Expiry;
import bot.optout.content.LiveContent;
import bot.optout.delivery.Failure;
import bot.optout.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done besides talking: what Telegram shows of the bot, forgetting in time, new content.
 */
final class TelegramChores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChores.class);
  private static final long EXPIRY_MINUTES = 5;

  private final ProfileKeeper profile;
  private final Store store;
  private final LiveContent content;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(TelegramChores::thread);

  /**
   * @param ownWords whether the bot's name and descriptions are set, too
   */
  TelegramChores(
      TelegramAdapter adapter, Store store, LiveContent content, Clock clock, boolean ownWords) {
    this.profile = adapter.profile(ownWords);
    this.store = store;
    this.content = content;
    this.clock = clock;
  }

  void start() {
    Future<?> unusedProfile = thread.submit(this::keepProfile);
    Future<?> unusedExpiry =
        thread.scheduleWithFixedDelay(
            new Expiry(store, clock), 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
    content.watch(thread, LiveContent.PACE);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void keepProfile() {
    Duration pause = ProfileKeeper.LONGEST_PAUSE;
    try {
      pause = profile.keep(content.get());
    } catch (RuntimeException trouble) {
      LOG.error("The profile failed: {}", Failure.of(trouble));
    }
    Future<?> unused = thread.schedule(this::keepProfile, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-chores");
    thread.setDaemon(true);
    return thread;
  }
}
