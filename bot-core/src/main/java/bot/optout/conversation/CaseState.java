package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A state about the letters a person follows up. What is known about them stands in the cases, so
 * such a state keeps little more than an id, and leaving it loses nothing.
 */
sealed interface CaseState extends State
    permits OneCaseState, ListingCases, PickingCase, WeighingReply {
  /** Said when a text is no answer to the open question. */
  Phrase hint();

  /** Id of the case that is spoken of, if it is one. */
  default Optional<String> inHand() {
    return Optional.empty();
  }

  /** What a text means here besides the labels of the buttons. */
  default Optional<Transition> typed(Heard heard, Scene scene) {
    return Optional.empty();
  }

  @Override
  default Transition onSaid(Heard heard, Scene scene) {
    return pressedByTyping(heard, scene)
        .or(() -> typed(heard, scene))
        .or(() -> PastedReplies.pasted(heard, scene))
        .orElseGet(() -> elsewhere(heard, scene));
  }

  default Optional<Transition> pressedByTyping(Heard heard, Scene scene) {
    return Labels.match(heard.text(), answerable(scene)).map(choice -> press(choice.id(), scene));
  }

  default List<Choice> answerable(Scene scene) {
    return prompt(scene).choices();
  }

  /** Follows a button of the own prompt. */
  default Transition press(String choice, Scene scene) {
    return new Event.Pressed(choice).applyTo(this, scene);
  }

  /** No answer: a question of the person's own, or something not understood. */
  default Transition elsewhere(Heard heard, Scene scene) {
    if (Consultation.knows(heard)) {
      return Consultation.aside(heard, this, scene);
    }
    return again(scene, scene.say(heard.question() ? Phrase.NOT_ANSWERED_IN_CASE : hint()));
  }

  @Override
  default Optional<Transition> onChoice(String choice, Scene scene) {
    return Optional.empty();
  }

  @Override
  default Transition onDraftWish(Mentions mentions, Scene scene) {
    return new Idle().onDraftWish(mentions, scene);
  }

  @Override
  default Transition back(Scene scene) {
    return new ListingCases().enter(scene);
  }

  @Override
  default Transition startOver(Scene scene) {
    return new Idle().startOver(scene);
  }

  /** To a case, or, once it is gone, to those that are left. */
  static Transition toCase(String id, Scene scene) {
    return scene.followed(id).isPresent()
        ? new OnCase(id).enter(scene)
        : new ListingCases().enter(scene);
  }

  /** The message of a case; once the case is gone, that it is. */
  static Message about(String id, Scene scene, Function<Case, Message> message) {
    return scene
        .followed(id)
        .map(message)
        .orElseGet(
            () -> Message.of(scene.say(Phrase.CASE_GONE)).offering(CaseWays.elsewhere(scene)));
  }
}
