package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.Optional;

/** Nothing is open. Nothing is stored. */
public record Idle() implements State {
  @Override
  public Message prompt(Scene scene) {
    return Message.of(scene.say(Phrase.MENU).split("\n\n")).offering(Ways.menu(scene));
  }

  @Override
  public boolean awaitsQuestion() {
    return true;
  }

  @Override
  public Transition onSaid(Heard heard, Scene scene) {
    if (heard.means(Wish.YES) || heard.means(Wish.NO) || heard.means(Wish.SKIP)) {
      return again(scene, scene.say(Phrase.ASK_AWAY));
    }
    return Pasted.handle(heard, this, scene)
        .or(() -> FollowUps.to(heard, this, scene))
        .orElseGet(() -> freshQuestion(heard, scene));
  }

  private Transition freshQuestion(Heard heard, Scene scene) {
    return livingThere(heard, scene)
        .map(entry -> Signposts.follow(ChoiceIds.ENTRY + entry, this, scene))
        .flatMap(step -> step)
        .orElseGet(() -> Consultation.on(heard, scene));
  }

  /** A country and nothing else: what holds there. */
  private static Optional<String> livingThere(Heard heard, Scene scene) {
    if (!heard.bareMention() || !heard.mentions().services().isEmpty()) {
      return Optional.empty();
    }
    return heard
        .mentions()
        .place()
        .flatMap(scene.script().letters()::jurisdiction)
        .map(Jurisdiction::entry);
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return Optional.empty();
  }

  @Override
  public Transition onDraftWish(Mentions mentions, Scene scene) {
    return Drafting.begin(Draft.EMPTY, mentions, scene);
  }

  @Override
  public Transition back(Scene scene) {
    return again(scene, scene.say(Phrase.NOTHING_TO_GO_BACK_TO));
  }

  @Override
  public Transition startOver(Scene scene) {
    return Transition.to(this, Context.EMPTY, prompt(scene));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.empty();
  }

  /** Nothing is open, so nothing is asked again. */
  @Override
  public Transition aside(Scene scene, Message... messages) {
    return Transition.to(this, scene.context(), messages);
  }

  @Override
  public Transition again(Scene scene, String remark) {
    return Transition.to(this, scene.context(), Message.of(remark).offering(Ways.menu(scene)));
  }
}
