package bot.optout;

import bot.optout.content.Content;
import bot.optout.conversation.AnswerCard;
import bot.optout.conversation.Clarifying;
import bot.optout.conversation.Event;
import bot.optout.conversation.Heard;
import bot.optout.conversation.Idle;
import bot.optout.conversation.Scene;
import bot.optout.conversation.Script;
import bot.optout.conversation.Transition;
import bot.optout.conversation.Wish;
import bot.optout.knowledge.Candidate;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One question without a conversation: decided as the first message of a new one would be, and
 * nothing is stored or remembered. Thread-safe.
 */
public final class Inquiry {
  private final Content content;
  private final LocalDate today;

  public Inquiry(Content content, LocalDate today) {
    this.content = content;
    this.today = today;
  }

  /** What was decided. */
  public enum Decision {
    ANSWER,
    CLARIFY,
    /** A letter is wanted. */
    DRAFT,
    /** A greeting, thanks, or another wish that is no question. */
    SMALLTALK,
    UNKNOWN,
    OUT_OF_SCOPE
  }

  /**
   * What came of a question.
   *
   * @param entry the one that answers it, if one does
   * @param candidates entries that may have been meant, best first
   * @param message the answer as a whole, with sources and dates; or what is said instead
   */
  public record Outcome(
      Decision decision, Optional<Entry> entry, List<Candidate> candidates, Message message) {
    public Outcome {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Decides on a text of any length.
   *
   * @param locale the platform's language code of the person, if it tells one
   */
  public Outcome about(String text, Optional<String> locale) {
    String expected = locale.flatMap(content::closest).orElse(content.defaultLanguage());
    Language language = Language.told(text, expected, true, content);
    Script script = content.script(language.tag());
    Scene scene = Scene.ofAStranger(script, content.locales(), today, true);
    if (language.apology().isPresent()) {
      return new Outcome(
          Decision.UNKNOWN, Optional.empty(), List.of(), Message.of(language.apology().get()));
    }
    Event event = Reading.of(new Input.Said(text), script);
    Transition step = event.applyTo(new Idle(), scene);
    Optional<Entry> entry = step.context().entry().flatMap(script.knowledge()::entry);
    return new Outcome(
        decision(event, step, entry),
        entry,
        event instanceof Event.Said said ? said.heard().finding().candidates() : List.of(),
        entry
            .map(shown -> AnswerCard.whole(shown, scene.remembering(step.context())))
            .orElseGet(() -> step.messages().get(0)));
  }

  private static Decision decision(Event event, Transition step, Optional<Entry> entry) {
    Optional<Heard> heard =
        event instanceof Event.Said said ? Optional.of(said.heard()) : Optional.empty();
    Optional<Wish> wish = heard.flatMap(Heard::wish);
    if (wish.isPresent()) {
      return wish.get() == Wish.DRAFT ? Decision.DRAFT : Decision.SMALLTALK;
    }
    return heard
        .map(text -> decision(text.finding(), step, entry))
        .orElseGet(() -> entry.isPresent() ? Decision.ANSWER : Decision.UNKNOWN);
  }

  private static Decision decision(Finding finding, Transition step, Optional<Entry> entry) {
    if (finding instanceof Finding.Wanted wanted
        && Wish.of(wanted.intent()).filter(Wish.DRAFT::equals).isPresent()) {
      return Decision.DRAFT;
    }
    if (entry.isPresent()) {
      return Decision.ANSWER;
    }
    if (step.next() instanceof Clarifying) {
      return Decision.CLARIFY;
    }
    return finding instanceof Finding.OutOfScope ? Decision.OUT_OF_SCOPE : Decision.UNKNOWN;
  }
}
