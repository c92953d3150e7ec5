package bot.optout.conversation;

import bot.optout.message.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a conversation stands. Every state can ask its question again, so nobody is ever stuck. */
public sealed interface State permits Idle, Clarifying, Drafting, Reviewing, Confirming, CaseState {
  /** The open question with its buttons; for {@link Idle} what the bot can do. */
  Message prompt(Scene scene);

  /** Text that is no repair. */
  Transition onSaid(Heard heard, Scene scene);

  /** A button of this state; empty if it is none of them. */
  Optional<Transition> onChoice(String choice, Scene scene);

  /** One step back. */
  Transition back(Scene scene);

  /** The same from the beginning. */
  Transition startOver(Scene scene);

  /** The person wants to draft, with what they already named. */
  Transition onDraftWish(Mentions mentions, Scene scene);

  /** What is kept of it; empty for {@link Idle}, which keeps nothing. */
  Optional<Saved> saved();

  /**
   * Whether a text can be nothing but a question or a wish: then it tells the person's language. A
   * name or a reason of one's own may be in any.
   */
  default boolean awaitsQuestion() {
    return false;
  }

  /** This state before the person's newest answer, for an answer that they rewrite. */
  default State beforeLastAnswer() {
    return this;
  }

  /** How it is said that something cannot be taken here. */
  default Phrase declined(Phrase why) {
    return why;
  }

  /** The question in its shortest form, after something else was said in between. */
  default Message reminder(Scene scene) {
    return prompt(scene);
  }

  default Transition onTimeout(Scene scene) {
    return Transition.to(new Idle(), Context.EMPTY);
  }

  /**
   * Says something in between, then the open question again. What is said in between leads no
   * further into other subjects while the question is open.
   */
  default Transition aside(Scene scene, Message... messages) {
    return Transition.to(
        this,
        scene.context(),
        Stream.concat(Stream.of(messages).map(Ways::withoutDetours), Stream.of(reminder(scene)))
            .toList());
  }

  /** The open question again, under a short remark. */
  default Transition again(Scene scene, String remark) {
    Message question = reminder(scene);
    return Transition.to(this, scene.context(), Message.of(remark).then(question).flawed(remark));
  }

  /** Enters this state: asks its question. */
  default Transition enter(Scene scene, Message... before) {
    return Transition.to(
        this, scene.context(), Stream.concat(Stream.of(before), Stream.of(prompt(scene))).toList());
  }

  /** Enters this state with a short remark above its question. */
  default Transition enter(Scene scene, String remark) {
    return Transition.to(this, scene.context(), Message.of(remark).then(prompt(scene)));
  }
}
