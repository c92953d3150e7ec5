package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Letter;
import bot.optout.letter.Question;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The letter is complete; the person reads it and decides. */
public record Reviewing(Draft draft, Optional<Question> typed) implements State {
  static final String TAG = "reviewing";
  static final String TAKE = "review:take";
  static final String SHOW = "review:show";
  static final String CHANGE = "review:change";

  static Reviewing from(Saved saved) {
    return new Reviewing(DraftFormat.draft(saved), DraftFormat.typed(saved));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, DraftFormat.fields(draft, typed)));
  }

  @Override
  public Message prompt(Scene scene) {
    return Message.of(
            List.of(
                new Block.Copyable(letter(scene).text()),
                new Block.Paragraph(scene.say(Phrase.REVIEW))))
        .offering(
            Ways.of(scene, TAKE, Phrase.CHOOSE_LETTER),
            Ways.of(scene, CHANGE, Phrase.CHOOSE_CHANGE),
            Ways.of(scene, Signposts.CANCEL, Phrase.CHOOSE_CANCEL));
  }

  @Override
  public Message reminder(Scene scene) {
    return Message.of(scene.say(Phrase.REVIEW_AGAIN))
        .offering(
            Ways.of(scene, TAKE, Phrase.CHOOSE_LETTER),
            Ways.of(scene, SHOW, Phrase.CHOOSE_SHOW_LETTER),
            Ways.of(scene, CHANGE, Phrase.CHOOSE_CHANGE),
            Ways.of(scene, Signposts.CANCEL, Phrase.CHOOSE_CANCEL));
  }

  private Letter letter(Scene scene) {
    return scene
        .script()
        .letters()
        .opening(draft, scene.today(), scene.dateFormat())
        .orElseThrow(() -> new IllegalStateException("no letter fits a draft under review"));
  }

  @Override
  public Transition onSaid(Heard heard, Scene scene) {
    if (heard.means(Wish.YES)) {
      return take(scene);
    }
    if (heard.means(Wish.NO)) {
      return Corrections.whatThen(this, scene);
    }
    return Labels.match(heard.text(), answerable(scene))
        .flatMap(choice -> onChoice(choice.id(), scene))
        .or(() -> corrected(heard, scene))
        .orElseGet(
            () ->
                Consultation.knows(heard)
                    ? Consultation.aside(heard, this, scene)
                    : again(
                        scene,
                        scene.say(
                            heard.question() ? Phrase.NOT_ANSWERED_HERE : Phrase.WHERE_WE_WERE)));
  }

  private List<Choice> answerable(Scene scene) {
    return Stream.of(
            prompt(scene).choices(), reminder(scene).choices(), DraftQuestions.parts(scene))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private Optional<Transition> corrected(Heard heard, Scene scene) {
    if (heard.mentions().any() && (heard.correction() || heard.bareMention())) {
      return Optional.of(Corrections.make(heard.mentions(), draft, scene));
    }
    return heard.correction() ? Optional.of(Corrections.whatThen(this, scene)) : Optional.empty();
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return switch (choice) {
      case TAKE -> Optional.of(take(scene));
      case SHOW -> Optional.of(enter(scene));
      case CHANGE -> Optional.of(Corrections.whatThen(this, scene));
      default ->
          DraftQuestions.part(choice)
              .map(part -> DraftSteps.onTo(draft.reopening(part), typed, scene));
    };
  }

  /** The person has the letter now; nothing of the draft is kept. */
  private Transition take(Scene scene) {
    return Transition.to(new Idle(), scene.context(), Handover.of(letter(scene), draft, scene));
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene scene) {
    return mentions.any()
        ? Corrections.make(mentions, draft, scene)
        : again(scene, scene.say(Phrase.ALREADY_DRAFTING));
  }

  @Override
  public Transition back(Scene scene) {
    return DraftSteps.onTo(draft.reopening(Question.ACCOUNT), Optional.empty(), scene);
  }

  @Override
  public Transition startOver(Scene scene) {
    return new Drafting(Draft.EMPTY, Optional.empty()).startOver(scene);
  }

  @Override
  public State beforeLastAnswer() {
    return new Drafting(draft, typed).beforeLastAnswer() instanceof Drafting reopened
            && reopened.draft().openQuestion().isPresent()
        ? reopened
        : this;
  }

  @Override
  public Transition onTimeout(Scene scene) {
    return Transition.to(new Idle(), Context.EMPTY, DraftSteps.expired(scene));
  }
}
