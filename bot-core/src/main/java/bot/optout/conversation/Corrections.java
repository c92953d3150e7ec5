package bot.optout.conversation;

import bot.optout.letter.Draft;
import bot.optout.letter.Question;
import bot.optout.letter.Service;
import bot.optout.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changing an earlier answer in free words: "actually Instagram", "change the country to Spain".
 */
final class Corrections {
  private Corrections() {}

  /** The correction that a text makes, if it makes one while this question is open. */
  static Optional<Transition> read(Heard heard, Question open, Draft draft, Scene scene) {
    if (heard.mentions().any() && (heard.correction() || bareAside(heard, open))) {
      return answersItself(heard, open)
          ? Optional.empty()
          : Optional.of(make(heard.mentions(), draft, scene));
    }
    return announced(heard) && heard.wish().isEmpty() && !DraftQuestions.takesFreeText(open)
        ? Optional.of(whatThen(new Drafting(draft, Optional.empty(), scene.errand()), scene))
        : Optional.empty();
  }

  /** That something is to be changed, and not what. "Wait, do they use my chats?" is a question. */
  static boolean announced(Heard heard) {
    return heard.correction() && !(heard.question() && Consultation.answers(heard));
  }

  /** Nothing but a place or service while something else is asked that is not free text. */
  private static boolean bareAside(Heard heard, Question open) {
    return heard.bareMention() && !DraftQuestions.takesFreeText(open);
  }

  /** A first answer to the open question is no correction. */
  private static boolean answersItself(Heard heard, Question open) {
    Mentions named = heard.mentions();
    return switch (open) {
      case COUNTRY -> named.place().isPresent();
      case SERVICES -> !named.services().isEmpty() && named.place().isEmpty();
      default -> false;
    };
  }

  /** Another draft is wished for in the middle of one: this one changes, if it is said how. */
  static Transition wished(Mentions mentions, Draft draft, State state, Scene scene) {
    return mentions.any() && scene.errand().id().isEmpty()
        ? make(mentions, draft, scene)
        : state.again(scene, scene.say(Phrase.ALREADY_DRAFTING));
  }

  static Transition make(Mentions mentions, Draft draft, Scene scene) {
    return DraftSteps.onTo(
        apply(mentions, draft), Optional.empty(), confirmed(mentions, draft, scene), scene);
  }

  static Draft apply(Mentions mentions, Draft draft) {
    Draft whose = mentions.child() ? draft.forChild(true) : draft;
    Draft placed = mentions.place().map(whose::livingIn).orElse(whose);
    return mentions.services().isEmpty() ? placed : placed.about(mentions.services());
  }

  /** "Facebook instead of Instagram, France stays." */
  private static String confirmed(Mentions mentions, Draft draft, Scene scene) {
    String before = replaced(mentions, draft, scene);
    return scene.say(
            Phrase.CORRECTED,
            Map.of(
                "what", named(mentions, scene),
                "before", before,
                "has_before", !before.isEmpty()))
        + kept(mentions, draft, scene);
  }

  private static String replaced(Mentions mentions, Draft draft, Scene scene) {
    return named(
        new Mentions(
            mentions.place().flatMap(now -> draft.place()),
            mentions.services().isEmpty() ? List.of() : draft.services()),
        scene);
  }

  private static String kept(Mentions mentions, Draft draft, Scene scene) {
    List<String> stays = new ArrayList<>();
    if (mentions.place().isEmpty()) {
      draft.place().map(scene.script().letters()::placeName).ifPresent(stays::add);
    }
    if (mentions.services().isEmpty() && !draft.services().isEmpty()) {
      stays.add(services(draft.services(), scene));
    }
    return stays.isEmpty() ? "" : " " + scene.say(Phrase.STAYS, "what", String.join(", ", stays));
  }

  /** Something is to change, but not clear what: the parts as buttons. */
  static Transition whatThen(State state, Scene scene) {
    return Transition.to(
        state,
        scene.context(),
        Message.of(scene.say(Phrase.CHANGE_WHAT))
            .offering(Ways.both(DraftQuestions.parts(scene), Ways.leaving(scene))));
  }

  static String named(Mentions mentions, Scene scene) {
    List<String> names = new ArrayList<>();
    mentions.place().map(scene.script().letters()::placeName).ifPresent(names::add);
    if (!mentions.services().isEmpty()) {
      names.add(services(mentions.services(), scene));
    }
    return String.join(", ", names);
  }

  static String services(List<String> ids, Scene scene) {
    return String.join(
        ", ",
        ids.stream()
            .flatMap(id -> scene.script().letters().service(id).stream())
            .map(Service::name)
            .toList());
  }
}
