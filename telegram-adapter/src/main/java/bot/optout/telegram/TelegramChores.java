package bot.optout.telegram;

import bot.optout.BotProfile;
import bot.optout.content.Content;
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
 * What is done besides talking: what Telegram shows of the bot, forgetting in time, new content.
 */
final class TelegramChores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChores.class);
  private static final int PROFILE_TRIES = 8;
  private static final long EXPIRY_MINUTES = 5;

  private final TelegramProfile profile;
  private final boolean ownWords;
  private final Store store;
  private final LiveContent content;
  private final Clock clock;
  private final BackOff backOff;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(TelegramChores::thread);

  /**
   * @param ownWords whether the bot's name and descriptions are set, too
   */
  TelegramChores(
      TelegramAdapter adapter, Store store, LiveContent content, Clock clock, boolean ownWords) {
    this.profile = new TelegramProfile(adapter.methods());
    this.ownWords = ownWords;
    this.store = store;
    this.content = content;
    this.clock = clock;
    this.backOff = adapter.backOff();
  }

  void start() {
    Future<?> unusedProfile = thread.submit(() -> offerProfile(1));
    Future<?> unusedExpiry =
        thread.scheduleWithFixedDelay(this::expire, 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
    content.watch(thread, LiveContent.PACE);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /**
   * The bot works without a menu and with another name, so trouble with it must not stop anything.
   */
  private void offerProfile(int tries) {
    try {
      Content now = content.get();
      profile.offer(
          BotProfile.of(now, now.defaultLanguage()),
          now.languages().stream().map(language -> BotProfile.of(now, language)).toList(),
          ownWords);
    } catch (TelegramTrouble trouble) {
      LOG.warn("What Telegram shows of the bot could not be set: {}", trouble.reason());
      if (tries < PROFILE_TRIES) {
        long pause = trouble.retryAfter().orElseGet(backOff::next).toMillis();
        Future<?> unused =
            thread.schedule(() -> offerProfile(tries + 1), pause, TimeUnit.MILLISECONDS);
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
