package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.NonTopic;
import bot.optout.message.Message;
import java.util.List;

/** What the bot says to a question, from what the knowledge found. */
final class Consultation {
  private Consultation() {}

  /** Answers and stands idle again, or asks which question was meant. */
  static Transition on(Heard heard, Scene scene) {
    if (heard.finding() instanceof Finding.Clarify clarify) {
      return new Clarifying(clarify.entries()).enter(scene);
    }
    return new Transition(
        new Idle(),
        contextAfter(heard.finding(), scene),
        List.of(new Effect.Say(reply(heard.finding(), scene))));
  }

  /** The same in the middle of something else: answers, then the open question again. */
  static Transition aside(Heard heard, State state, Scene scene) {
    Scene informed = scene.remembering(contextAfter(heard.finding(), scene));
    return state.aside(informed, reply(heard.finding(), scene));
  }

  static boolean answers(Heard heard) {
    return heard.finding() instanceof Finding.Answer;
  }

  /** Whether there is more to say to a question than that it is not known. */
  static boolean knows(Heard heard) {
    return answers(heard)
        || (heard.question() && heard.finding() instanceof Finding.Clarify)
        || (heard.finding() instanceof Finding.OutOfScope other && other.nonTopic().isPresent());
  }

  static Message unknown(Scene scene) {
    return Message.of(scene.say(Phrase.UNKNOWN)).offering(Ways.menu(scene));
  }

  private static Message reply(Finding finding, Scene scene) {
    if (finding instanceof Finding.Answer answer) {
      return scene
          .entry(answer.entry())
          .map(entry -> AnswerCard.of(entry, scene))
          .orElseGet(() -> unknown(scene));
    }
    if (finding instanceof Finding.Clarify clarify) {
      return which(clarify.entries(), scene);
    }
    if (finding instanceof Finding.OutOfScope other) {
      return outOfScope(other, scene);
    }
    return unknown(scene);
  }

  static Message which(List<String> entries, Scene scene) {
    return Message.of(scene.say(Phrase.WHICH_ONE))
        .offering(
            entries.stream().flatMap(id -> scene.entry(id).stream()).map(Ways::entry).toList());
  }

  private static Message outOfScope(Finding.OutOfScope other, Scene scene) {
    String said =
        other
            .nonTopic()
            .flatMap(scene.script().knowledge()::nonTopic)
            .map(NonTopic::pointer)
            .orElseGet(() -> scene.say(Phrase.OUT_OF_SCOPE));
    return Message.of(said).offering(Ways.menu(scene));
  }

  private static Context contextAfter(Finding finding, Scene scene) {
    return finding instanceof Finding.Answer answer
        ? scene
            .entry(answer.entry())
            .map((Entry e) -> scene.context().showing(e))
            .orElse(scene.context())
        : scene.context();
  }
}
