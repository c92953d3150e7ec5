package bot.optout.telegram;

import bot.optout.Incoming;
import java.util.Optional;

/** What one update means to the bot. */
sealed interface TelegramReading {
  /**
   * The callback query to answer, whatever else happens; else the person's button keeps spinning.
   */
  Optional<String> callback();

  /** Something a person did. */
  record Event(Incoming incoming, Optional<String> callback) implements TelegramReading {
    @Override
    public String toString() {
      return "Event";
    }
  }

  /**
   * Somebody types {@code @bot ...} in a chat the bot may know nothing of. {@code toString} hides
   * it.
   *
   * @param query the id to answer
   * @param guest whether the bot itself answers there; else the person picks from what it finds
   */
  record Inline(String query, long person, String text, Optional<String> locale, boolean guest)
      implements TelegramReading {
    @Override
    public Optional<String> callback() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "Inline";
    }
  }

  /** Nothing to do. */
  record Ignored(Reason reason, Optional<String> callback) implements TelegramReading {
    @Override
    public String toString() {
      return "Ignored[" + reason + "]";
    }
  }

  /** Why an update leads to nothing. */
  enum Reason {
    /**
     * A channel post, also one that a group shows by itself, another bot, an inline bot's words.
     */
    NO_PERSON,
    /** Talk in a group that is not for the bot. */
    NOT_ADDRESSED,
    /** A command for another bot. */
    OTHER_BOT,
    /**
     * A command that was edited, which Telegram also calls it when only a link's preview came.
     * Whoever wants another one sends it.
     */
    ASKED_BEFORE,
    /** Somebody joined, a title changed, a live location moved. */
    NOT_A_MESSAGE,
    /** A kind of update that the bot does not ask for. */
    OTHER_KIND,
    /** Not what the Bot API describes. */
    UNREADABLE
  }
}
