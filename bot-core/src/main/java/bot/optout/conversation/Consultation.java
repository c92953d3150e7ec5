package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.NonTopic;
import bot.optout.letter.Jurisdiction;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;

/** What the bot says to a question, from what the knowledge found. */
final class Consultation {
  private Consultation() {}

  /** Answers and stands idle again, or asks which question was meant. */
  static Transition on(Heard heard, Scene scene) {
    if (heard.finding() instanceof Finding.Clarify clarify) {
      return new Clarifying(clarify.entries()).enter(scene.remembering(contextAfter(heard, scene)));
    }
    if (heard.finding() instanceof Finding.Wanted wanted) {
      return fulfilled(wanted, heard.mentions(), scene);
    }
    return counted(
        heard.finding(),
        Transition.to(new Idle(), contextAfter(heard, scene), answered(heard, scene)));
  }

  private static Transition fulfilled(Finding.Wanted wanted, Mentions mentions, Scene scene) {
    return Wish.of(wanted.intent())
        .map(wish -> Repairs.fulfil(wish, mentions, new Idle(), scene))
        .orElseThrow(() -> new IllegalStateException("no wish " + wanted.intent()));
  }

  /** The same in the middle of something else: answers, then the open question again. */
  static Transition aside(Heard heard, State state, Scene scene) {
    Scene informed = scene.remembering(contextAfter(heard, scene));
    return counted(heard.finding(), state.aside(informed, answered(heard, scene)));
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
    return notKnown(Phrase.UNKNOWN, scene);
  }

  /** Says so, once, with the ways on; alone also whether the operator may see the question. */
  static Message notKnown(Phrase said, Scene scene) {
    return Message.of(scene.say(said))
        .offering(
            scene.alone()
                ? Ways.both(
                    List.of(Ways.of(scene, FeedbackButtons.SHARE, Phrase.CHOOSE_SHARE)),
                    Ways.menu(scene))
                : Ways.menu(scene));
  }

  /** The reply, with a way on to each further question of the same text. */
  private static Message answered(Heard heard, Scene scene) {
    Message reply = reply(heard.finding(), scene);
    List<Choice> more =
        heard.alsoAsked().stream()
            .flatMap(id -> scene.entry(id).stream())
            .map(Ways::entry)
            .toList();
    if (more.isEmpty()) {
      return reply;
    }
    return reply
        .then(Message.of(scene.say(Phrase.ALSO_ASKED)))
        .offering(
            Ways.both(more, reply.choices().stream().filter(way -> !more.contains(way)).toList()));
  }

  /** How often there was no answer is known to the operator, the question is not. */
  private static Transition counted(Finding finding, Transition step) {
    if (finding instanceof Finding.Unknown) {
      return step.causing(new Effect.Count("unknown", ""));
    }
    return finding instanceof Finding.OutOfScope
        ? step.causing(new Effect.Count("out_of_scope", ""))
        : step;
  }

  private static Message reply(Finding finding, Scene scene) {
    if (finding instanceof Finding.Answer answer) {
      return entry(answer, scene)
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
        .offering(entries.stream().flatMap(id -> way(id, scene).stream()).toList());
  }

  private static Optional<Choice> way(String id, Scene scene) {
    return id.equals(Wish.DRAFT.id())
        ? Optional.of(Ways.of(scene, Signposts.DRAFT, Phrase.CHOOSE_DRAFT))
        : scene.entry(id).map(Ways::entry);
  }

  /**
   * What holds in one country is answered with what holds in the person's own, once it is known.
   */
  private static Optional<Entry> entry(Finding.Answer answer, Scene scene) {
    Optional<Jurisdiction> home =
        scene.context().place().flatMap(scene.script().letters()::jurisdiction);
    return scene
        .entry(answer.entry())
        .flatMap(
            found ->
                home.filter(law -> tellsOfAnotherLaw(found, law, scene))
                    .flatMap(law -> scene.entry(law.entry()))
                    .or(() -> Optional.of(found)));
  }

  private static boolean tellsOfAnotherLaw(Entry found, Jurisdiction home, Scene scene) {
    return !Places.covers(found.validity().jurisdictions(), home)
        && Places.tellsOfALaw(found, scene);
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

  private static Context contextAfter(Heard heard, Scene scene) {
    Context before = scene.context();
    if (heard.finding() instanceof Finding.Answer answer) {
      return entry(answer, scene).map(before::showing).orElse(before);
    }
    boolean mayBeShared = scene.alone() && !(heard.finding() instanceof Finding.OutOfScope);
    return before.notAnswering(mayBeShared ? Optional.of(heard.text()) : Optional.empty());
  }
}
