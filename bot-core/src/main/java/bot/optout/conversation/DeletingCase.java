package bot.optout.conversation;

import bot.optout.message.Message;
import java.util.Map;
import java.util.Optional;

/** "Delete this case?" */
record DeletingCase(String id) implements OneCaseState {
  static final String TAG = "case-delete";
  static final String YES = "case-delete:yes";

  static DeletingCase from(Saved saved) {
    return new DeletingCase(saved.field("case").orElse(""));
  }

  @Override
  public Optional<Saved> saved() {
    return Optional.of(new Saved(TAG, 1, Map.of("case", id)));
  }

  @Override
  public Message prompt(Scene scene) {
    return CaseState.about(
        id,
        scene,
        one ->
            Message.of(scene.say(Phrase.CASE_DELETE_ASK, "name", CaseWords.name(one, scene)))
                .offering(
                    Ways.of(scene, YES, Phrase.CHOOSE_DELETE_CASE),
                    CaseWays.of(one, "", Phrase.CHOOSE_KEEP_CASE, scene)));
  }

  @Override
  public Optional<Transition> onChoice(String choice, Scene scene) {
    return choice.equals(YES)
        ? Optional.of(
            scene
                .followed(id)
                .map(one -> CaseSteps.drop(one, Phrase.CASE_DELETED, scene))
                .orElseGet(() -> new ListingCases().enter(scene)))
        : Optional.empty();
  }

  @Override
  public Optional<Transition> typed(Heard heard, Scene scene) {
    if (heard.means(Wish.YES)) {
      return onChoice(YES, scene);
    }
    return heard.means(Wish.NO) ? Optional.of(new OnCase(id).enter(scene)) : Optional.empty();
  }

  @Override
  public Phrase hint() {
    return Phrase.FORGET_HINT;
  }

  @Override
  public Transition back(Scene scene) {
    return CaseState.toCase(id, scene);
  }
}
