package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.letter.Reason;
import bot.optout.letter.Ruling;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what a letter needs, one question at a time. The open question follows from what is
 * missing.
 *
 * @param typed the question the person answered last by typing, for a message they rewrite
 * @param errand what the letter is for
 */
public record Drafting(Draft draft, Optional<Question> typed, Errand errand) implements State {
  static final String TAG = "drafting";

  static Drafting from(Saved saved) {
    return new Drafting(DraftFormat.draft(saved), DraftFormat.typed(saved), Errand.from(saved));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, DraftFormat.fields(draft, typed, errand)));
  }

  /** Starts, with what the person named now or said before. */
  static Transition begin(Draft draft, Mentions mentions, Scene scene) {
    return begin(draft, Errand.OPENING, mentions, scene);
  }

  /** The same for another letter than the first; one that needs no reasons asks for none. */
  static Transition begin(Draft draft, Errand errand, Mentions mentions, Scene scene) {
    return errand.takesReasons()
        ? started(draft, mentions, scene.running(errand))
        : started(draft.because(new Reason.None()), mentions, scene.running(errand));
  }

  private static Transition started(Draft draft, Mentions mentions, Scene scene) {
    Mentions known =
        new Mentions(
            mentions.place().or(() -> scene.context().place()),
            mentions.services(),
            mentions.child(),
            Optional.empty());
    Draft begun = Corrections.apply(known, draft);
    return known.any()
        ? DraftSteps.onTo(
            begun,
            Optional.empty(),
            scene.say(Phrase.NOTED, "what", Corrections.named(known, scene)),
            scene)
        : DraftSteps.onTo(begun, Optional.empty(), scene);
  }

  /** The question that is open; a complete draft is under review instead. */
  Question asking() {
    return draft.openQuestion().orElse(Question.ACCOUNT);
  }

  @Override
  public Message prompt(Scene scene) {
    return DraftQuestions.ask(asking(), draft, scene);
  }

  @Override
  public Transition onSaid(Heard heard, Scene around) {
    Scene scene = around.running(errand);
    return pasted(heard, scene)
        .or(() -> DraftAnswers.named(heard, this, scene))
        .or(() -> pressedByTyping(heard, scene))
        .or(() -> corrected(heard, scene))
        .or(() -> DraftAnswers.read(heard, this, scene))
        .orElseGet(() -> elsewhere(heard, scene));
  }

  /** Where a story of one's own is asked for, nothing else is read into it. */
  private Optional<Transition> pasted(Heard heard, Scene scene) {
    return asking() == Question.OWN_WORDS
        ? Optional.empty()
        : Pasted.aside(heard, new Drafting(draft, Optional.empty(), errand), scene);
  }

  /** What a case is about does not change with one of its letters. */
  private Optional<Transition> corrected(Heard heard, Scene scene) {
    return errand.id().isPresent()
        ? Optional.empty()
        : Corrections.read(heard, asking(), draft, scene);
  }

  private Optional<Transition> pressedByTyping(Heard heard, Scene scene) {
    return Labels.match(heard.text(), answerable(scene))
        .flatMap(choice -> onChoice(choice.id(), scene));
  }

  /** Typed labels count for the open question and for the parts of the draft. */
  private List<Choice> answerable(Scene scene) {
    List<Choice> offered = prompt(scene).choices();
    return DraftQuestions.takesFreeText(asking())
        ? offered
        : Stream.concat(offered.stream(), DraftQuestions.parts(scene).stream()).toList();
  }

  /**
   * No answer to the open question: a question of the person's own, or something not understood.
   */
  private Transition elsewhere(Heard heard, Scene scene) {
    boolean mayDigress = heard.question() || !DraftQuestions.isTyped(asking());
    State here = new Drafting(draft, Optional.empty(), errand);
    if (mayDigress && Consultation.knows(heard)) {
      return Consultation.aside(heard, here, scene);
    }
    return here.again(
        scene,
        heard.question()
            ? scene.say(Phrase.NOT_ANSWERED_HERE)
            : DraftQuestions.misunderstood(asking(), scene));
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene around) {
    Scene scene = around.running(errand);
    return DraftQuestions.part(choice, errand)
        .map(part -> DraftSteps.onTo(draft.reopening(part), typed, scene))
        .or(() -> DraftChoices.follow(choice, this, scene));
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene around) {
    return Corrections.wished(mentions, draft, this, around.running(errand));
  }

  @Override
  public Transition back(Scene around) {
    Scene scene = around.running(errand);
    return DraftQuestions.before(asking(), errand)
        .map(previous -> DraftSteps.onTo(draft.reopening(previous), Optional.empty(), scene))
        .orElseGet(() -> again(scene, scene.say(Phrase.FIRST_QUESTION)));
  }

  @Override
  public Transition startOver(Scene scene) {
    return new Drafting(fresh(errand), Optional.empty(), errand)
        .enter(scene.remembering(Context.EMPTY), scene.say(Phrase.STARTING_OVER));
  }

  private static Draft fresh(Errand errand) {
    return errand.takesReasons() ? Draft.EMPTY : Draft.EMPTY.because(new Reason.None());
  }

  @Override
  public State beforeLastAnswer() {
    return typed
        .<State>map(question -> new Drafting(draft.reopening(question), Optional.empty(), errand))
        .orElse(this);
  }

  @Override
  public Transition onTimeout(Scene scene) {
    return Transition.to(new Idle(), Context.EMPTY, DraftSteps.expired(scene));
  }

  /** Whether the law and the services of a draft call for another way than a letter. */
  static Optional<Ruling.OtherWay> otherWay(Draft draft, Scene scene) {
    return scene.script().letters().ruling(draft) instanceof Ruling.OtherWay other
        ? Optional.of(other)
        : Optional.empty();
  }
}
