package bot.optout.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Tells Telegram that a button was noticed, so that it stops spinning on the person's screen. It is
 * worth a few tries and a few seconds, never a lost update: what does not work in time is let go.
 */
final class CallbackAnswers implements AutoCloseable {
  private static final int TRIES = 3;
  private static final int AT_ONCE = 8;

  private final TelegramApi api;
  private final Duration pause;
  private final Duration patience;
  private final ExecutorService threads;

  CallbackAnswers(TelegramApi api, Duration pause, Duration patience) {
    this.api = api;
    this.pause = pause;
    this.patience = patience;
    this.threads = Executors.newFixedThreadPool(AT_ONCE, CallbackAnswers::thread);
  }

  /** Returns when all are answered or the patience is over. */
  void answer(List<String> queries) {
    List<Callable<Boolean>> answers =
        queries.stream().<Callable<Boolean>>map(query -> () -> answer(query)).toList();
    try {
      threads.invokeAll(answers, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private boolean answer(String query) throws InterruptedException {
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        api.answerCallback(query);
        return true;
      } catch (TelegramTrouble trouble) {
        if (trouble.code() >= 400 && trouble.code() < 500 && trouble.code() != 429) {
          // "query is too old": the person's app has given up on it long ago.
          return false;
        }
        Duration named = trouble.retryAfter().orElse(pause);
        TimeUnit.MILLISECONDS.sleep(named.toMillis());
      }
    }
    return false;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-callbacks");
    thread.setDaemon(true);
    return thread;
  }
}
