package bot.optout.conversation;

import bot.optout.cases.Case;
import bot.optout.letter.ReplyReading;
import java.util.List;
import java.util.Optional;

/** What a company answered: read, shown, and noted only when the person says so. */
final class PastedReplies {
  private PastedReplies() {}

  /** A text that looks like an answer of a company, wherever it is pasted. */
  static Optional<Transition> pasted(Heard heard, Scene scene) {
    return heard.is(Heard.Kind.COMPANY_REPLY) && scene.alone() && !scene.cases().isEmpty()
        ? Optional.of(read(heard.text(), Optional.empty(), scene))
        : Optional.empty();
  }

  static Transition read(String text, Optional<String> id, Scene scene) {
    ReplyReading reading = scene.script().replies().reader().read(text);
    if (scene.cases().isEmpty()) {
      return new Idle().aside(scene, ReplyCard.of(reading, scene));
    }
    return new WeighingReply(id.or(() -> only(reading, scene)), reading, false).enter(scene);
  }

  /** The only open case that it can be about. */
  private static Optional<String> only(ReplyReading reading, Scene scene) {
    List<Case> fitting = candidates(reading, scene);
    return fitting.size() == 1 ? Optional.of(fitting.get(0).id()) : Optional.empty();
  }

  static List<Case> candidates(ReplyReading reading, Scene scene) {
    List<Case> open = scene.cases().stream().filter(one -> !one.isClosed()).toList();
    List<Case> named =
        open.stream()
            .filter(one -> one.services().stream().anyMatch(reading.services()::contains))
            .toList();
    return named.isEmpty() ? open : named;
  }
}
