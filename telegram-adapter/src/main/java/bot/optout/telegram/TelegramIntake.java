package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.store.StoreException;
import bot.optout.telegram.TelegramReading.Event;
import bot.optout.telegram.TelegramReading.Ignored;
import bot.optout.telegram.TelegramReading.Inline;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates in: stores what people did, stops their buttons from spinning, and lays aside what
 * nobody can read, so that one bad update never holds up the others. Many threads may call it.
 */
final class TelegramIntake {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramIntake.class);

  /** So often something may fail in a row before it is not the database that is to blame. */
  private static final int TRIES = 5;

  /** The bot's: {@link BotDoor}. */
  @FunctionalInterface
  interface Door {
    /**
     * Stores durably before it returns, else throws.
     *
     * @return false if the same thing was stored already
     */
    boolean accept(Incoming incoming);

    /** Keeps what cannot be read, for whoever runs the bot. */
    default void keep(Address person, String raw) {
      LOG.warn("Nobody keeps what cannot be read");
    }
  }

  private final TelegramSelf self;
  private final TelegramUpdates updates;
  private final Door door;
  private final CallbackAnswers answers;
  private final InlineDesk inline;
  private final TypingSigns typing;
  private final AtomicInteger failures = new AtomicInteger();

  TelegramIntake(
      TelegramSelf self,
      Door door,
      CallbackAnswers answers,
      InlineDesk inline,
      TypingSigns typing) {
    this.self = self;
    this.updates = new TelegramUpdates(self);
    this.door = door;
    this.answers = answers;
    this.inline = inline;
    this.typing = typing;
  }

  /** When this returns, all of the batch is stored; when it throws, all of it must come again. */
  void take(List<JsonNode> batch) {
    batch.forEach(this::take);
  }

  /** Keeps something unreadable for whoever runs the bot. */
  void keep(String raw) {
    LOG.warn("An update could not be read; it is kept aside");
    door.keep(RawUpdate.sender(raw, self), raw);
  }

  private void take(JsonNode update) {
    TelegramReading reading;
    try {
      reading = updates.read(update);
    } catch (RuntimeException odd) {
      LOG.warn("An update was stumbled over: {}", odd.getClass().getSimpleName());
      keep(update.toString());
      return;
    }
    reading.callback().ifPresent(answers::answer);
    if (reading instanceof Event event) {
      accept(event.incoming(), update);
    } else if (reading instanceof Inline asked) {
      inline.ask(asked);
    } else if (reading instanceof Ignored ignored && ignored.reason() == Reason.UNREADABLE) {
      keep(update.toString());
    }
  }

  private void accept(Incoming incoming, JsonNode update) {
    try {
      // Known already is as good as new: either way it is stored.
      boolean fresh = door.accept(incoming);
      failures.set(0);
      if (fresh) {
        typing.expect(incoming);
      }
    } catch (RuntimeException trouble) {
      if (trouble instanceof StoreException || failures.incrementAndGet() < TRIES) {
        throw trouble;
      }
      failures.set(0);
      keep(update.toString());
    }
  }
}
