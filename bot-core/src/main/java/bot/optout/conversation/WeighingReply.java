package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.cases.NextStep;
import bot.optout.letter.LetterKind;
import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReading;
import bot.optout.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An answer was read; the person says whether it was read rightly. Nothing is noted before.
 *
 * @param id of the case it is about; empty while that is not known
 * @param wrong the person said that it was read wrongly
 */
record WeighingReply(Optional<String> id, ReplyReading reading, boolean wrong)
    implements CaseState {
  static final String TAG = "reply";
  static final String MARK = "reply:mark:";
  static final String WRITE = "reply:write";
  static final String REST = "reply:rest";
  static final String WRONG = "reply:wrong";
  static final String CASE = "reply:case:";
  static final String LEAVE = "reply:leave";

  static WeighingReply from(Saved saved) {
    return ReplyFormat.read(saved);
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, ReplyFormat.fields(this)));
  }

  @Override
  public Optional<String> inHand() {
    return id;
  }

  @Override
  public Message prompt(Scene scene) {
    return WeighingCard.of(this, scene);
  }

  Optional<Case> one(Scene scene) {
    return id.flatMap(scene::followed);
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    if (choice.startsWith(CASE)) {
      String other = choice.substring(CASE.length());
      return scene
          .followed(other)
          .map(one -> new WeighingReply(Optional.of(one.id()), reading, wrong).enter(scene));
    }
    return switch (choice) {
      case WRONG -> Optional.of(new WeighingReply(id, reading, true).enter(scene));
      case LEAVE -> Optional.of(CaseSteps.left(scene, scene.say(Phrase.MARKED_NOTHING)));
      case WRITE -> one(scene).map(one -> answer(one, scene));
      case REST -> one(scene).map(one -> rest(one, scene));
      default -> one(scene).flatMap(one -> marked(choice, one, scene));
    };
  }

  private Optional<Transition> marked(String choice, Case one, Scene scene) {
    return WeighingCard.OUTCOMES.stream()
        .filter(kind -> choice.equals(WeighingCard.markId(kind)))
        .findFirst()
        .map(kind -> CaseSteps.mark(one, outcome(kind, one), scene));
  }

  private CaseSteps.Outcome outcome(ReplyKind kind, Case one) {
    boolean asRead = kind == reading.kind();
    return new CaseSteps.Outcome(
        kind,
        asRead ? named(one) : List.of(),
        asRead ? until(one) : Optional.empty(),
        asRead ? reading.quotable() : Optional.empty());
  }

  /** The day the company names, or that follows from how much longer it wants. */
  private Optional<LocalDate> until(Case one) {
    return reading
        .until()
        .or(() -> reading.longer().flatMap(more -> one.due().map(due -> due.day().plus(more))));
  }

  /** The services of the case that the reply is about; none: it tells none apart. */
  List<String> named(Case one) {
    return one.services().stream()
        .filter(
            id ->
                reading.services().isEmpty()
                    ? !reading.except().isEmpty() && !reading.except().contains(id)
                    : reading.services().contains(id))
        .toList();
  }

  /** Notes it and goes on to the text that answers it, with the company's sentence in it. */
  private Transition answer(Case one, Scene scene) {
    Optional<LetterKind> letter = NextStep.answerTo(reading.kind()).letter();
    if (letter.isEmpty()) {
      return CaseSteps.mark(one, outcome(reading.kind(), one), scene);
    }
    Case noted = CaseSteps.after(one, outcome(reading.kind(), one), scene);
    return CaseLetters.begin(
            noted,
            Errand.about(one.id(), letter.get()).quoting(reading.quotable()),
            scene.following(noted))
        .causing(new Effect.KeepCase(noted));
  }

  /** Notes what is confirmed and asks about what is not. */
  private Transition rest(Case one, Scene scene) {
    Case noted = CaseSteps.after(one, outcome(reading.kind(), one), scene);
    return CaseLetters.begin(noted, LetterKind.FOLLOW_UP, Optional.empty(), scene.following(noted))
        .causing(new Effect.KeepCase(noted));
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    if (heard.means(Wish.NO)) {
      return onChoice(WRONG, scene);
    }
    return heard.means(Wish.YES)
        ? prompt(scene).choices().stream()
            .filter(way -> way.id().startsWith("reply:"))
            .findFirst()
            .map(way -> press(way.id(), scene))
        : Optional.empty();
  }

  @Override
  public Phrase hint() {
    return Phrase.REPLY_HINT;
  }

  @Override
  public Transition back(Scene scene) {
    return one(scene)
        .map(one -> new AwaitingReply(one.id()).enter(scene))
        .orElseGet(() -> new ListingCases().enter(scene));
  }
}
