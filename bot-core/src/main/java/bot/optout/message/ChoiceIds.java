package bot.optout.message;

/**
 * How ids of choices begin that mean something outside the conversation as well. They stand in
 * buttons for years, so none ever changes.
 */
public final class ChoiceIds {
  /** Begins with a question of one's own. */
  public static final String ASK = "ask";

  /** Shows an answer; its entry's id follows. */
  public static final String ENTRY = "entry:";

  /** Chooses a language; its tag follows. */
  public static final String LANGUAGE = "language:";

  /** Belongs into the person's private chat, where what follows becomes a command. */
  public static final String PRIVATE = "private:";

  /** Says that an answer helped; its entry's id follows. */
  public static final String UP = "up:";

  /** Says that it did not. */
  public static final String DOWN = "down:";

  private ChoiceIds() {}
}
