package bot.optout.telegram;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram that a button was noticed, so that it stops spinning on the person's screen. It is
 * worth a few tries, and nobody waits for it: what does not work in time is let go.
 */
final class CallbackAnswers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackAnswers.class);
  private static final int TRIES = 3;
  private static final int AT_ONCE = 8;
  private static final int WAITING = 1_000;

  /** Longer than that no button is waited for, so that those of other people are answered. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final TelegramApi api;
  private final Duration pause;
  private final Duration patience;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(WAITING),
          CallbackAnswers::thread,
          // The oldest have been spinning for so long that Telegram no longer takes the answer.
          new ThreadPoolExecutor.DiscardOldestPolicy());

  /**
   * @param patience how long the last answers may take when the program ends
   */
  CallbackAnswers(TelegramApi api, Duration pause, Duration patience) {
    this.api = api;
    this.pause = pause;
    this.patience = patience;
  }

  /** Returns at once. */
  void answer(String query) {
    threads.execute(() -> patiently(query));
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      boolean ended = threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("All buttons answered: {}", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  private void patiently(String query) {
    try {
      for (int tries = 1; tries <= TRIES && !answered(query); tries++) {
        LOG.debug("A button is answered again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is nothing more to do. */
  private boolean answered(String query) throws InterruptedException {
    try {
      api.answerCallback(query);
      return true;
    } catch (TelegramTrouble trouble) {
      Duration wait = trouble.retryAfter().orElse(pause);
      if (isOver(trouble) || wait.compareTo(LONGEST_PAUSE) > 0) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
      return false;
    }
  }

  /** "query is too old": the person's app has given up on it long ago. */
  private static boolean isOver(TelegramTrouble trouble) {
    return trouble.code() >= 400 && trouble.code() < 500 && trouble.code() != 429;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-callbacks");
    thread.setDaemon(true);
    return thread;
  }
}
