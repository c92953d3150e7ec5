package bot.optout.telegram;

import bot.optout.Incoming;
import bot.optout.telegram.TelegramReading.Event;
import bot.optout.telegram.TelegramReading.Ignored;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes updates in: stores what people did, and stops their buttons from spinning. */
final class TelegramIntake {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramIntake.class);

  /** The bot's, {@code Bot::accept}. */
  @FunctionalInterface
  interface Door {
    /**
     * Stores durably before it returns, else throws.
     *
     * @return false if the same thing was stored already
     */
    boolean accept(Incoming incoming);
  }

  private final TelegramUpdates updates;
  private final Door door;
  private final CallbackAnswers answers;

  TelegramIntake(TelegramUpdates updates, Door door, CallbackAnswers answers) {
    this.updates = updates;
    this.door = door;
    this.answers = answers;
  }

  /** When this returns, all of the batch is stored; when it throws, all of it must come again. */
  void take(List<JsonNode> batch) {
    List<String> presses = new ArrayList<>();
    try {
      for (JsonNode update : batch) {
        take(update).ifPresent(presses::add);
      }
    } finally {
      answers.answer(presses);
    }
  }

  private Optional<String> take(JsonNode update) {
    TelegramReading reading = updates.read(update);
    if (reading instanceof Event event) {
      // Known already is as good as new: either way it is stored.
      boolean unused = door.accept(event.incoming());
    } else if (reading instanceof Ignored ignored && ignored.reason() == Reason.UNREADABLE) {
      LOG.warn("An update could not be read and was skipped");
    }
    return reading.callback();
  }
}
