package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.Draft;
import bot.optout.letter.Letter;
import bot.optout.letter.Question;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The letter is complete; the person reads it and decides.
 *
 * @param errand what the letter is for
 */
public record Reviewing(Draft draft, Optional<Question> typed, Errand errand) implements State {
  static final String TAG = "reviewing";
  static final String TAKE = "review:take";
  static final String KEEP = "review:keep";
  static final String SHOW = "review:show";
  static final String CHANGE = "review:change";

  static Reviewing from(Saved saved) {
    return new Reviewing(DraftFormat.draft(saved), DraftFormat.typed(saved), Errand.from(saved));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, DraftFormat.fields(draft, typed, errand)));
  }

  @Override
  public Message prompt(Scene scene) {
    return Message.of(
            List.of(
                new Block.Copyable(letter(scene).text()),
                new Block.Paragraph(scene.say(Phrase.REVIEW))))
        .offering(ways(false, scene));
  }

  @Override
  public Message reminder(Scene scene) {
    return Message.of(scene.say(Phrase.REVIEW_AGAIN)).offering(ways(true, scene));
  }

  private List<Choice> ways(boolean show, Scene scene) {
    List<Choice> ways = new ArrayList<>();
    ways.add(Ways.of(scene, TAKE, Phrase.CHOOSE_LETTER));
    if (!isKept(scene)) {
      ways.add(Ways.of(scene, KEEP, Phrase.CHOOSE_LETTER_KEEP));
    }
    inTheirLanguage(scene).ifPresent(ways::add);
    if (show) {
      ways.add(Ways.of(scene, SHOW, Phrase.CHOOSE_SHOW_LETTER));
    }
    ways.add(Ways.of(scene, CHANGE, Phrase.CHOOSE_CHANGE));
    ways.add(Ways.of(scene, Signposts.CANCEL, Phrase.CHOOSE_CANCEL));
    return ways;
  }

  /**
   * Where the recipient does not take this language, the letter in one of the bot's that it takes.
   */
  private Optional<Choice> inTheirLanguage(Scene scene) {
    Letter letter = letter(scene);
    return letter.mayBeIn(letter.language())
        ? Optional.empty()
        : scene.rules().languages().stream()
            .filter(letter::mayBeIn)
            .findFirst()
            .map(
                language ->
                    new Choice(
                        ChoiceIds.LANGUAGE + language.toLanguageTag(),
                        scene.say(
                            Phrase.CHOOSE_LETTER_IN,
                            "language",
                            language.getDisplayLanguage(letter.language()))));
  }

  /** Whether the case keeps its letters already, so that nothing is to be asked. */
  private boolean isKept(Scene scene) {
    return errand.id().flatMap(scene::followed).flatMap(Case::kept).isPresent();
  }

  private Letter letter(Scene scene) {
    return written(scene)
        .orElseThrow(() -> new IllegalStateException("no letter fits a draft under review"));
  }

  Optional<Letter> written(Scene scene) {
    return scene
        .script()
        .letters()
        .write(CaseLetters.order(draft, errand, scene), scene.today(), scene.dateFormat());
  }

  @Override
  public Transition onSaid(Heard heard, Scene around) {
    Scene scene = around.running(errand);
    if (heard.means(Wish.YES)) {
      return Taking.of(this, letter(scene), false, scene);
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
    if (errand.id().isEmpty()
        && heard.mentions().any()
        && (heard.correction() || heard.bareMention())) {
      return Optional.of(Corrections.make(heard.mentions(), draft, scene));
    }
    return Corrections.announced(heard)
        ? Optional.of(Corrections.whatThen(this, scene))
        : Optional.empty();
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene around) {
    Scene scene = around.running(errand);
    return switch (choice) {
      case TAKE -> Optional.of(Taking.of(this, letter(scene), false, scene));
      case KEEP -> Optional.of(Taking.of(this, letter(scene), true, scene));
      case SHOW -> Optional.of(enter(scene));
      case CHANGE -> Optional.of(Corrections.whatThen(this, scene));
      default ->
          DraftQuestions.part(choice, errand)
              .map(part -> DraftSteps.onTo(draft.reopening(part), typed, scene));
    };
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene around) {
    return Corrections.wished(mentions, draft, this, around.running(errand));
  }

  @Override
  public Transition back(Scene around) {
    Scene scene = around.running(errand);
    return errand.id().isPresent()
        ? new OnCase(errand.id().get()).enter(scene)
        : DraftSteps.onTo(draft.reopening(Question.ACCOUNT), Optional.empty(), scene);
  }

  @Override
  public Transition startOver(Scene scene) {
    return errand.id().isPresent()
        ? enter(scene)
        : new Drafting(draft, typed, errand).startOver(scene);
  }

  @Override
  public State beforeLastAnswer() {
    return new Drafting(draft, typed, errand).beforeLastAnswer() instanceof Drafting reopened
            && reopened.draft().openQuestion().isPresent()
        ? reopened
        : this;
  }

  @Override
  public Transition onTimeout(Scene scene) {
    return Transition.to(new Idle(), Context.EMPTY, DraftSteps.expired(scene));
  }
}
