package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.CaseEntry;
import bot.optout.cases.Pending;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the person says about a case changes it; nothing else does. */
final class CaseSteps {
  private static final int SNOOZE_DAYS = 7;

  private CaseSteps() {}

  /** The case as it is now, kept and shown under a remark. */
  static Transition change(Case changed, Scene scene, String remark) {
    return new OnCase(changed.id())
        .enter(scene.following(changed), remark)
        .causing(new Effect.KeepCase(changed));
  }

  /** The person says that they sent the letter, on a day that {@link AskingDay} takes. */
  static Transition sent(Case one, LocalDate day, Scene scene) {
    if (one.pending().isEmpty() && one.sent().isPresent()) {
      return new OnCase(one.id()).enter(scene, scene.say(Phrase.CASE_SENT_ALREADY));
    }
    LetterKind letter = one.pending().map(Pending::letter).orElse(one.asks());
    Case sent = one.sent(day, CaseLetters.rule(one, letter, scene));
    return change(
        letter == LetterKind.WITHDRAWAL ? sent.closed(scene.today()) : sent,
        scene,
        scene.say(
            letter == LetterKind.WITHDRAWAL ? Phrase.CASE_WITHDRAWN : Phrase.CASE_SENT_NOTED,
            "date",
            scene.date(day)));
  }

  static Transition sentLater(Case one, Scene scene) {
    boolean firstDay = one.pending().filter(it -> it.since().equals(scene.today())).isPresent();
    if (firstDay || !one.reminders()) {
      return left(scene, scene.say(one.reminders() ? Phrase.ASK_TOMORROW : Phrase.ASK_NEVER));
    }
    Case later = snoozed(one, scene);
    return left(
            scene.following(later), scene.say(Phrase.SNOOZED, "date", scene.date(snoozeEnd(scene))))
        .causing(new Effect.KeepCase(later));
  }

  /** The letter is not sent. If nothing ever was, there is nothing to follow. */
  static Transition neverSent(Case one, Scene scene) {
    boolean anySent =
        one.timeline().stream().anyMatch(entry -> entry.what() == CaseEntry.What.SENT);
    return anySent
        ? change(one.notSending(), scene, scene.say(Phrase.NOT_SENDING))
        : drop(one, Phrase.CASE_DROPPED, scene);
  }

  static Transition drop(Case one, Phrase said, Scene scene) {
    return left(scene.dropping(one.id()), scene.say(said)).causing(new Effect.DropCase(one.id()));
  }

  /** Out of the cases, with a word and the ways on. */
  static Transition left(Scene scene, String said) {
    return Transition.to(
        new Idle(), scene.context(), Message.of(said).offering(CaseWays.elsewhere(scene)));
  }

  /** The person says what the company answered. */
  static Transition mark(Case one, Outcome outcome, Scene scene) {
    return outcome.kind() == ReplyKind.EXTENDED
        ? extend(one, outcome.until(), scene)
        : marked(one, outcome, scene);
  }

  /**
   * What came back.
   *
   * @param about services it names; none: all of them
   * @param until the day a company names when it takes more time
   * @param quote the sentence that shows it
   */
  record Outcome(
      ReplyKind kind, List<String> about, Optional<LocalDate> until, Optional<String> quote) {
    Outcome {
      about = List.copyOf(about);
    }

    static Outcome of(ReplyKind kind) {
      return new Outcome(kind, List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
      return "Outcome[" + kind + "]";
    }
  }

  static Case after(Case one, Outcome outcome, Scene scene) {
    Case answered = one.answered(outcome.kind(), scene.today(), outcome.about());
    return outcome.quote().map(said -> answered.quoting(said, scene.today())).orElse(answered);
  }

  private static Transition marked(Case one, Outcome outcome, Scene scene) {
    Phrase label = CaseWords.outcome(outcome.kind());
    if (label == Phrase.CHOOSE_OUTCOME_NOTHING) {
      return new OnCase(one.id()).enter(scene, scene.say(Phrase.MARKED_NOTHING));
    }
    return change(
        after(one, outcome, scene), scene, scene.say(Phrase.MARKED, "what", scene.say(label)));
  }

  private static Transition extend(Case one, Optional<LocalDate> until, Scene scene) {
    return CaseLetters.rule(one, one.asks(), scene)
        .flatMap(rule -> one.extended(scene.today(), until, rule))
        .map(longer -> change(longer, scene, scene.say(Phrase.MARKED_EXTENDED)))
        .orElseGet(() -> new OnCase(one.id()).enter(scene, scene.say(Phrase.EXTENSION_NOT_LAWFUL)));
  }

  static Case snoozed(Case one, Scene scene) {
    return one.snoozedUntil(snoozeEnd(scene));
  }

  static LocalDate snoozeEnd(Scene scene) {
    return scene.today().plusDays(SNOOZE_DAYS);
  }
}
