package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.letter.Draft;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.Message;
import java.util.Optional;

/** Questions that only make sense after the last answer: "and on Instagram?", "why?". */
final class FollowUps {
  private FollowUps() {}

  static Optional<Transition> to(Heard heard, State state, Scene scene) {
    Optional<Entry> last = scene.context().entry().flatMap(scene::entry);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    if (heard.is(Heard.Kind.WHY)) {
      return Optional.of(show(last.get(), AnswerCard.rest(last.get(), scene), state, scene));
    }
    return goesOn(heard)
        ? elsewhere(heard, last.get(), state, scene)
            .or(() -> onAnotherService(heard, last.get(), state, scene))
        : Optional.empty();
  }

  /** Worded as going on, or nothing but a name. A clear question of its own is none of them. */
  private static boolean goesOn(Heard heard) {
    return heard.mentions().any()
        && !heard.mentions().services().contains(Draft.NO_ACCOUNT)
        && (heard.is(Heard.Kind.FOLLOW_UP) || heard.bareMention());
  }

  /** The same question for another place. */
  static Optional<Transition> elsewhere(Heard heard, Entry last, State state, Scene scene) {
    return heard
        .mentions()
        .place()
        .flatMap(scene.script().letters()::jurisdiction)
        .flatMap(law -> holding(last, law, scene))
        .map(entry -> show(entry, AnswerCard.of(entry, scene), state, scene));
  }

  /** The last answer if it holds there too, else what holds there. */
  static Optional<Entry> holding(Entry last, Jurisdiction law, Scene scene) {
    return Places.covers(last.validity().jurisdictions(), law)
        ? Optional.of(last)
        : scene.entry(law.entry());
  }

  private static Optional<Transition> onAnotherService(
      Heard heard, Entry last, State state, Scene scene) {
    if (heard.mentions().services().isEmpty()) {
      return Optional.empty();
    }
    String service = Corrections.services(heard.mentions().services(), scene);
    Finding again = scene.script().knowledge().find(last.question() + " " + service);
    return again instanceof Finding.Answer answer
        ? scene
            .entry(answer.entry())
            .map(entry -> show(entry, AnswerCard.of(entry, scene), state, scene))
        : Optional.empty();
  }

  private static Transition show(Entry entry, Message card, State state, Scene scene) {
    return state.aside(scene.remembering(scene.context().showing(entry)), card);
  }
}
