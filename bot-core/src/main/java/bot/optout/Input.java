package bot.optout;

/** What a person did, in no platform's words. {@code toString} hides what they typed. */
public sealed interface Input {
  /**
   * The command that only stops the answer under way, for platforms with a button for it: what was
   * begun goes on where it was. Nobody can type it.
   */
  String STOP_ANSWER = "stop-answer";

  /**
   * A message in free text, at most 4,000 characters are read.
   *
   * @param forwarded passed on from somewhere else: not the person's own words
   */
  record Said(String text, boolean forwarded) implements Input {
    public Said(String text) {
      this(text, false);
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** The person changed their newest message into this. */
  record Edited(String text) implements Input {
    @Override
    public String toString() {
      return "Edited";
    }
  }

  /** A button, by the id of its choice. */
  record Pressed(String choice) implements Input {
    @Override
    public String toString() {
      return "Pressed";
    }
  }

  /**
   * A command such as {@code /ask}, {@code /draft}.
   *
   * @param name without the slash, lower case; one the bot does not know leads to help
   * @param argument what follows it, or an empty text
   */
  record Commanded(String name, String argument) implements Input {
    @Override
    public String toString() {
      return "Commanded";
    }
  }

  /** Something that is not text: a photo, a voice message, a sticker. */
  record Attached(Kind kind) implements Input {}

  /** What can arrive instead of text. */
  enum Kind {
    PHOTO,
    VOICE,
    VIDEO,
    DOCUMENT,
    STICKER,
    CONTACT,
    LOCATION,
    OTHER
  }

  /** The person brought the bot into a group: it says what it is, once. */
  record Added() implements Input {}

  /** The person blocked the bot or removed it: nothing more is sent to them. */
  record Left() implements Input {}

  /** Time passed: an event the bot set for itself, never an adapter's. */
  record Elapsed(String name) implements Input {}
}
