package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows "typing" to somebody who waits for longer than usual in their private chat. An answer that
 * comes at once needs no announcement.
 */
final class TypingSigns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TypingSigns.class);

  /**
   * When to show it.
   *
   * @param patience from the person's message to the first sign
   * @param again from one sign to the next; Telegram shows each for five seconds
   * @param most signs for one message
   */
  record Rhythm(Duration patience, Duration again, int most) {
    static final Rhythm USUAL = new Rhythm(Duration.ofMillis(1_500), Duration.ofSeconds(5), 3);
  }

  private final TelegramMethods methods;
  private final Rhythm rhythm;
  private final Map<Long, Future<?>> waiting = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, TypingSigns::thread);

  TypingSigns(TelegramMethods methods, Rhythm rhythm) {
    this.methods = methods;
    this.rhythm = rhythm;
    thread.setRemoveOnCancelPolicy(true);
  }

  /** Somebody did something that will be answered. */
  void expect(Incoming incoming) {
    if (incoming.address().audience() == Address.Audience.ALONE
        && !(incoming.input() instanceof Input.Left)) {
      schedule(TelegramRoute.parse(incoming.address().route()), rhythm.patience(), rhythm.most());
    }
  }

  /** The chat has its answer. */
  void answered(long chat) {
    Future<?> sign = waiting.remove(chat);
    if (sign != null) {
      sign.cancel(false);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void schedule(TelegramRoute route, Duration in, int left) {
    try {
      Future<?> next =
          thread.schedule(() -> show(route, left), in.toMillis(), TimeUnit.MILLISECONDS);
      Future<?> before = waiting.put(route.chat(), next);
      if (before != null) {
        before.cancel(false);
      }
    } catch (RejectedExecutionException closing) {
      LOG.debug("Stopping; nobody is shown that we type");
    }
  }

  private void show(TelegramRoute route, int left) {
    try {
      methods.call(
          "sendChatAction",
          parameters -> {
            parameters.put("chat_id", route.chat()).put("action", "typing");
            route.thread().ifPresent(topic -> parameters.put("message_thread_id", topic));
          });
    } catch (TelegramTrouble trouble) {
      // A courtesy; whoever does not get it gets the answer all the same.
      LOG.debug("Not shown that we type: {}", trouble.reason());
    }
    if (left > 1 && waiting.containsKey(route.chat())) {
      schedule(route, rhythm.again(), left - 1);
    } else {
      waiting.remove(route.chat());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-typing");
    thread.setDaemon(true);
    return thread;
  }
}
