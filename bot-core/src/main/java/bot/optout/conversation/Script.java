package bot.optout.conversation;

import bot.optout.knowledge.KnowledgeBase;
import bot.optout.letter.LetterDesk;
import java.util.Locale;

/**
 * All that the bot can say and understand in one language. Immutable.
 *
 * @param version of the content it belongs to
 */
public record Script(
    String version,
    Locale language,
    Phrases phrases,
    Listening listening,
    KnowledgeBase knowledge,
    LetterDesk letters,
    Replies replies) {
  /** Understands a text and looks it up; slow (a few milliseconds a sentence). */
  public Heard hear(String text) {
    return listening.hear(text, knowledge);
  }
}
