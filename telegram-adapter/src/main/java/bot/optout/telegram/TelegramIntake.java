package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.delivery.Failure;
import bot.optout.store.StoreException;
import bot.optout.telegram.TelegramReading.Event;
import bot.optout.telegram.TelegramReading.Ignored;
import bot.optout.telegram.TelegramReading.Inline;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates in: stores what people did, stops their buttons from spinning, and lays aside what
 * nobody can read, so that one bad update never holds up the others. Many threads may call it.
 */
final class TelegramIntake {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramIntake.class);

  /** So often one update may fail before it is not the database that is to blame. */
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

    /** The same for several, in their order. */
    default List<Boolean> acceptAll(List<Incoming> several) {
      return several.stream().map(this::accept).toList();
    }

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
  private final Stumbles stumbles = new Stumbles();

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
    List<Taken> events = new ArrayList<>();
    batch.forEach(update -> read(update, events));
    if (events.size() > 1) {
      accept(events);
    } else {
      events.forEach(this::acceptAlone);
    }
  }

  /** Something that a person did, and the update that told of it. */
  private record Taken(Incoming incoming, JsonNode update) {
    long number() {
      return update.path("update_id").asLong();
    }
  }

  /** Keeps something unreadable for whoever runs the bot. */
  void keep(String raw) {
    LOG.warn("An update could not be read; it is kept aside");
    door.keep(RawUpdate.sender(raw, self), raw);
  }

  private void read(JsonNode update, List<Taken> events) {
    TelegramReading reading;
    try {
      reading = updates.read(update);
    } catch (RuntimeException odd) {
      LOG.warn("An update was stumbled over: {}", Failure.of(odd));
      keep(update.toString());
      return;
    }
    reading.callback().ifPresent(answers::answer);
    if (reading instanceof Event event) {
      events.add(new Taken(event.incoming(), update));
    } else if (reading instanceof Inline asked) {
      inline.ask(asked);
    } else if (reading instanceof Ignored ignored && ignored.reason() == Reason.UNREADABLE) {
      keep(update.toString());
    }
  }

  /** All at once; where that fails and it is not the database, each alone, to find the bad one. */
  private void accept(List<Taken> events) {
    List<Boolean> fresh;
    try {
      fresh = door.acceptAll(events.stream().map(Taken::incoming).toList());
    } catch (StoreException trouble) {
      throw trouble;
    } catch (RuntimeException odd) {
      events.forEach(this::acceptAlone);
      return;
    }
    for (int i = 0; i < fresh.size(); i++) {
      stored(events.get(i), fresh.get(i));
    }
  }

  private void acceptAlone(Taken event) {
    try {
      stored(event, door.accept(event.incoming()));
    } catch (RuntimeException trouble) {
      if (trouble instanceof StoreException || stumbles.count(event.number()) < TRIES) {
        throw trouble;
      }
      keep(event.update().toString());
      stumbles.forget(event.number());
    }
  }

  /** Known already is as good as new: either way it is stored. */
  private void stored(Taken event, boolean fresh) {
    stumbles.forget(event.number());
    if (fresh) {
      typing.expect(event.incoming());
    }
  }
}
