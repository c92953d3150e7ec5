package bot.optout.conversation;

import bot.optout.letter.Detail;
import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.letter.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons of the open question. Those of an earlier question are not followed. */
final class DraftChoices {
  private DraftChoices() {}

  static Optional<Transition> follow(String choice, Drafting state, Scene scene) {
    Draft draft = state.draft();
    return switch (state.asking()) {
      case COUNTRY ->
          after(choice, DraftQuestions.COUNTRY).map(code -> country(code, state, scene));
      case SERVICES -> services(choice, state, scene);
      case REASON -> reason(choice).map(reason -> onTo(draft.because(reason), state, scene));
      case GROUNDS -> grounds(choice, state, scene);
      case OWN_WORDS -> Optional.empty();
      case OWN_WORDS_CHECK -> OwnWordsCheck.follow(choice, state, scene);
      case NAME ->
          placeholder(
              choice,
              DraftQuestions.NAME_PLACEHOLDER,
              draft.named(Detail.PLACEHOLDER),
              state,
              scene);
      case EMAIL ->
          placeholder(
              choice,
              DraftQuestions.EMAIL_PLACEHOLDER,
              draft.reachedAt(Detail.PLACEHOLDER),
              state,
              scene);
      case ACCOUNT ->
          placeholder(
              choice,
              DraftQuestions.ACCOUNT_PLACEHOLDER,
              draft.withAccount(Detail.PLACEHOLDER),
              state,
              scene);
    };
  }

  private static Transition country(String code, Drafting state, Scene scene) {
    if (code.equals("OTHER")) {
      return state.again(scene, scene.say(Phrase.TYPE_YOUR_COUNTRY));
    }
    return scene.script().letters().jurisdiction(code).isPresent()
        ? onTo(state.draft().livingIn(code), state, scene)
        : state.again(scene, DraftQuestions.misunderstood(Question.COUNTRY, scene));
  }

  private static Optional<Transition> services(String choice, Drafting state, Scene scene) {
    Draft draft = state.draft();
    if (choice.equals(DraftQuestions.SERVICES_DONE) && !draft.services().isEmpty()) {
      return Optional.of(onTo(draft.about(draft.services()), state, scene));
    }
    if (choice.equals(DraftQuestions.CHILD)) {
      return Optional.of(onTo(draft.forChild(!draft.child()), state, scene));
    }
    return after(choice, DraftQuestions.SERVICE)
        .filter(id -> scene.script().letters().service(id).isPresent())
        .map(id -> onTo(draft.toggling(id), state, scene));
  }

  private static Optional<Reason> reason(String choice) {
    return switch (choice) {
      case DraftQuestions.REASON_NONE -> Optional.of(new Reason.None());
      case DraftQuestions.REASON_LIST -> Optional.of(new Reason.Picked(List.of(), false));
      case DraftQuestions.REASON_OWN -> Optional.of(new Reason.OwnWords(""));
      default -> Optional.empty();
    };
  }

  private static Optional<Transition> grounds(String choice, Drafting state, Scene scene) {
    List<String> picked = state.draft().picked();
    if (choice.equals(DraftQuestions.GROUNDS_DONE) && !picked.isEmpty()) {
      return Optional.of(
          onTo(state.draft().because(new Reason.Picked(picked, true)), state, scene));
    }
    return after(choice, DraftQuestions.GROUND)
        .filter(id -> scene.script().letters().ground(id).isPresent())
        .map(id -> toggle(id, picked, state, scene));
  }

  private static Transition toggle(
      String ground, List<String> picked, Drafting state, Scene scene) {
    List<String> changed = new ArrayList<>(picked);
    if (!changed.remove(ground)) {
      changed.add(ground);
    }
    return changed.size() > Draft.MAX_GROUNDS
        ? state.again(scene, scene.say(Phrase.ENOUGH_GROUNDS, "max", Draft.MAX_GROUNDS))
        : onTo(state.draft().because(new Reason.Picked(changed, false)), state, scene);
  }

  private static Optional<Transition> placeholder(
      String choice, String expected, Draft filled, Drafting state, Scene scene) {
    return choice.equals(expected) ? Optional.of(onTo(filled, state, scene)) : Optional.empty();
  }

  private static Transition onTo(Draft draft, Drafting state, Scene scene) {
    return DraftSteps.onTo(draft, state.typed(), scene);
  }

  private static Optional<String> after(String choice, String prefix) {
    return choice.startsWith(prefix)
        ? Optional.of(choice.substring(prefix.length()))
        : Optional.empty();
  }
}
