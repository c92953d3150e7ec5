package bot.optout.conversation;

import bot.optout.cases.Case;
import java.util.List;

/** Wishes about cases in the person's own words: "my cases", "they answered", "complain". */
final class CaseWishes {
  private CaseWishes() {}

  static Transition list(State state, Scene scene) {
    return CaseSignposts.isBusy(state)
        ? state.aside(scene, ListingCases.list(scene))
        : new ListingCases().enter(scene);
  }

  /**
   * About the one open case, or the one that the person picks.
   *
   * @param what the button that it stands for
   */
  static Transition about(String what, State state, Scene scene) {
    if (CaseSignposts.isBusy(state)) {
      return state.again(scene, scene.say(Phrase.FINISH_FIRST));
    }
    if (state instanceof OnCase open && scene.followed(open.id()).isPresent()) {
      return new Event.Pressed(CaseWays.CASE + open.id() + ":" + what).applyTo(state, scene);
    }
    if (state instanceof AskingSent open && scene.followed(open.id()).isPresent()) {
      return new Event.Pressed(CaseWays.CASE + open.id() + ":" + what).applyTo(state, scene);
    }
    if (state instanceof Nudging open && scene.followed(open.id()).isPresent()) {
      return new Event.Pressed(CaseWays.CASE + open.id() + ":" + what).applyTo(state, scene);
    }
    List<Case> open = scene.cases().stream().filter(one -> !one.isClosed()).toList();
    return switch (open.size()) {
      case 0 -> new ListingCases().enter(scene, scene.say(Phrase.NO_CASE_FOR_THAT));
      case 1 -> new Event.Pressed(CaseWays.id(open.get(0), what)).applyTo(state, scene);
      default -> new PickingCase(what).enter(scene);
    };
  }
}
