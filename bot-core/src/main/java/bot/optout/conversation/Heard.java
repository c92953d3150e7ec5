package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A text, and all that was understood of it before deciding. {@code toString} hides the text.
 *
 * @param text trimmed, as typed
 * @param wish a repair or another wish the whole text stands for
 * @param kind how it hangs together with what was said before, or what was pasted
 * @param correction whether it announces a correction ("actually …", "change … to …")
 * @param question whether it is worded as a question
 * @param bareMention whether it says nothing but what it mentions
 * @param lookup what the knowledge base has for it
 */
public record Heard(
    String text,
    Optional<Wish> wish,
    Mentions mentions,
    Kind kind,
    boolean correction,
    boolean question,
    boolean bareMention,
    Lookup lookup) {

  /** What a text is besides its words. */
  public enum Kind {
    PLAIN,
    /** Goes on from the last answer: "and on Instagram?" */
    FOLLOW_UP,
    /** Asks for the reason of the last answer. */
    WHY,
    CHAIN_POST,
    COMPANY_REPLY
  }

  boolean means(Wish some) {
    return wish.filter(some::equals).isPresent();
  }

  public boolean is(Kind some) {
    return kind == some;
  }

  /** The same text, known to be something else. */
  public Heard as(Kind other) {
    return new Heard(text, wish, mentions, other, correction, question, bareMention, lookup);
  }

  /** The same text, known to be about something else. */
  Heard about(Finding other) {
    return new Heard(
        text, wish, mentions, kind, correction, question, bareMention, Lookup.known(other));
  }

  /** What it asks; slow the first time (a few milliseconds a sentence). */
  public Finding finding() {
    return lookup.finding();
  }

  /** Entries that answer further questions in it. */
  List<String> alsoAsked() {
    return lookup.more();
  }

  @Override
  public String toString() {
    return "Heard[" + wish.map(Wish::name).orElse(kind.name()) + "]";
  }
}
