package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Message;
import java.util.Locale;
import java.util.Optional;

/** What a step causes besides the new state. */
public sealed interface Effect {
  record Say(Message message) implements Effect {}

  /**
   * Adds one to a counter for the operator; knows no person and no text.
   *
   * @param subject the id of an entry, a link of the content, or empty
   */
  record Count(String kind, String subject) implements Effect {}

  /**
   * The operator may see this question.
   *
   * @param meant the id of the entry that the person picked for it, if they picked one
   */
  record ShareQuestion(String text, Optional<String> meant) implements Effect {
    @Override
    public String toString() {
      return "ShareQuestion";
    }
  }

  /** From now on this language, in every chat of the person. */
  record Speak(Locale language) implements Effect {}

  /** Keeps a case as it is now, and times its reminders anew. */
  record KeepCase(Case followed) implements Effect {}

  /** Deletes a case and its reminders. */
  record DropCase(String id) implements Effect {}

  /** Delete everything that is kept about the person. */
  record Forget() implements Effect {}
}
