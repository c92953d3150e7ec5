package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The person wants something about one of several cases.
 *
 * @param what the button it stands for
 */
record PickingCase(String what) implements CaseState {
  static final String TAG = "case-pick";

  static PickingCase from(Saved saved) {
    return new PickingCase(saved.field("what").orElse(""));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("what", what)));
  }

  @Override
  public Message prompt(Scene scene) {
    List<Choice> ways =
        scene.cases().stream()
            .filter(one -> !one.isClosed())
            .map(one -> named(one, scene))
            .toList();
    return Message.of(scene.say(Phrase.WHICH_CASE)).offering(Ways.both(ways, Ways.leaving(scene)));
  }

  private Choice named(Case one, Scene scene) {
    return new Choice(CaseWays.id(one, what), Ways.shortened(CaseWords.name(one, scene)));
  }

  @Override
  public Phrase hint() {
    return Phrase.WHERE_WE_WERE;
  }
}
