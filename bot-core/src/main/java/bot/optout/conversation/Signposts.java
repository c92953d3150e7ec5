package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Buttons that mean the same wherever the conversation stands, also under old messages. */
final class Signposts {
  static final String DRAFT = "draft";
  static final String TOPICS = "topics";
  static final String HELP = "help";
  static final String PRIVACY = "privacy";
  static final String MY_DATA = "mydata";
  static final String FORGET = "forget";
  static final String LANGUAGES = "languages";
  static final String BACK = "back";
  static final String CANCEL = "cancel";
  static final String ELSEWHERE = "elsewhere";
  static final String MORE = "more:";
  static final String SOURCES = "sources:";
  static final String PLACE = "place:";
  static final String ACCESS = "access";
  static final String ERASURE = "erasure";

  private Signposts() {}

  static Optional<Transition> follow(String choice, State state, Scene scene) {
    return switch (choice) {
      case DRAFT -> wish(Wish.DRAFT, state, scene);
      case HELP -> wish(Wish.HELP, state, scene);
      case PRIVACY -> wish(Wish.PRIVACY, state, scene);
      case MY_DATA -> wish(Wish.MY_DATA, state, scene);
      case FORGET -> wish(Wish.FORGET, state, scene);
      case ACCESS -> wish(Wish.ACCESS, state, scene);
      case ERASURE -> wish(Wish.ERASURE, state, scene);
      case LANGUAGES -> wish(Wish.LANGUAGE, state, scene);
      case BACK -> wish(Wish.BACK, state, scene);
      case CANCEL -> wish(Wish.CANCEL, state, scene);
      case ChoiceIds.ASK -> Optional.of(state.again(scene, scene.say(Phrase.ASK_AWAY)));
      case TOPICS ->
          Optional.of(
              state.aside(
                  scene, Message.of(scene.say(Phrase.TOPICS)).offering(Ways.topics(scene))));
      case ELSEWHERE -> Optional.of(state.aside(scene, Places.question(scene)));
      default ->
          CaseSignposts.follow(choice, state, scene)
              .or(() -> followEntry(choice, state, scene))
              .or(() -> settle(choice, state, scene))
              .or(() -> speak(choice, state, scene))
              .or(() -> FeedbackButtons.follow(choice, state, scene));
    };
  }

  private static Optional<Transition> wish(Wish wish, State state, Scene scene) {
    return Optional.of(Repairs.fulfil(wish, Mentions.NONE, state, scene));
  }

  private static Optional<Transition> followEntry(String choice, State state, Scene scene) {
    return show(ChoiceIds.ENTRY, choice, entry -> AnswerCard.of(entry, scene), state, scene)
        .or(() -> show(MORE, choice, entry -> AnswerCard.rest(entry, scene), state, scene))
        .or(() -> show(SOURCES, choice, entry -> AnswerCard.sources(entry, scene), state, scene));
  }

  private static Optional<Transition> show(
      String prefix, String choice, Function<Entry, Message> page, State state, Scene scene) {
    if (!choice.startsWith(prefix)) {
      return Optional.empty();
    }
    return scene
        .entry(choice.substring(prefix.length()))
        .map(
            entry ->
                state.aside(scene.remembering(scene.context().showing(entry)), page.apply(entry)));
  }

  /** The person says where they live: the last answer if it holds there, else what holds there. */
  private static Optional<Transition> settle(String choice, State state, Scene scene) {
    if (!choice.startsWith(PLACE)) {
      return Optional.empty();
    }
    String code = choice.substring(PLACE.length());
    Scene there = scene.remembering(scene.context().about(Optional.of(code), Optional.empty()));
    return scene.script().letters().jurisdiction(code).flatMap(law -> settle(law, state, there));
  }

  private static Optional<Transition> settle(Jurisdiction law, State state, Scene there) {
    Optional<Entry> last = there.context().entry().flatMap(there::entry);
    Optional<Entry> holds =
        last.flatMap(entry -> FollowUps.holding(entry, law, there))
            .or(() -> there.entry(law.entry()));
    return holds.map(
        entry ->
            last.filter(entry::equals).isPresent()
                ? state.aside(there, AnswerCard.holding(entry, law, there))
                : state.aside(
                    there.remembering(there.context().showing(entry)),
                    AnswerCard.of(entry, there)));
  }

  private static Optional<Transition> speak(String choice, State state, Scene scene) {
    return scene.rules().languages().stream()
        .filter(language -> choice.equals(ChoiceIds.LANGUAGE + language.toLanguageTag()))
        .findFirst()
        .map(language -> speaking(language, state, scene));
  }

  /** Confirmed in the new language already. */
  private static Transition speaking(Locale language, State state, Scene scene) {
    return state
        .again(scene, scene.say(Phrase.SPEAKING, "language", Ways.nameOf(language)))
        .causing(new Effect.Speak(language));
  }
}
