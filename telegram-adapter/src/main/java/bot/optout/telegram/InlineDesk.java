package bot.optout.telegram;

import bot.optout.BotProfile;
import bot.optout.Found;
import bot.optout.delivery.Failure;
import bot.optout.telegram.TelegramReading.Inline;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code @bot is it too late} in any chat. Telegram asks with every few letters that are
 * typed, so of each person only the newest question counts; but every call as a guest does. Nothing
 * of it is stored.
 */
final class InlineDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InlineDesk.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 500;

  /** What the bot knows, without a conversation. */
  interface Library {
    List<Found> look(String question, Optional<String> locale);

    /** In the language of a platform's code. */
    BotProfile profile(Optional<String> locale);
  }

  private final TelegramMethods methods;
  private final InlineResults results;
  private final Library library;
  private final Map<String, Inline> waiting = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, InlineDesk::thread);

  InlineDesk(TelegramMethods methods, InlineResults results, Library library) {
    this.methods = methods;
    this.results = results;
    this.library = library;
  }

  /** Returns at once. */
  void ask(Inline question) {
    put(question);
    try {
      threads.execute(this::next);
    } catch (RejectedExecutionException closing) {
      LOG.debug("Stopping; an inline question is let go");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** A newer question keeps the place of the older one, so that typing on delays nobody. */
  private synchronized void put(Inline question) {
    waiting.put(place(question), question);
    if (waiting.size() > WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
  }

  private static String place(Inline question) {
    return question.guest() ? "guest:" + question.query() : "person:" + question.person();
  }

  private synchronized @Nullable Inline poll() {
    Iterator<Inline> oldest = waiting.values().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    Inline question = oldest.next();
    oldest.remove();
    return question;
  }

  private void next() {
    Inline question = poll();
    if (question == null) {
      return;
    }
    try {
      List<Found> found = library.look(question.text(), question.locale());
      BotProfile profile = library.profile(question.locale());
      if (question.guest()) {
        methods.call(
            "answerGuestQuery",
            parameters -> results.fillGuest(parameters, question.query(), found, profile));
      } else {
        methods.call(
            "answerInlineQuery",
            parameters -> results.fill(parameters, question.query(), found, profile));
      }
    } catch (TelegramTrouble trouble) {
      // Mostly "query is too old": the person has typed on.
      LOG.debug("An inline question was not answered: {}", trouble.reason());
    } catch (RuntimeException trouble) {
      LOG.error("An inline question failed: {}", Failure.of(trouble));
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telegram-inline");
    thread.setDaemon(true);
    return thread;
  }
}
