package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import bot.optout.letter.ReplyReading;
import java.util.List;
import java.util.Optional;

/** Texts that people paste: a chain post that forbids Meta everything, an answer of the company. */
final class Pasted {
  private static final String ABOUT_CHAIN_POSTS = "copy-paste-post";

  private Pasted() {}

  static Optional<Transition> handle(Heard heard, State state, Scene scene) {
    if (heard.is(Heard.Kind.CHAIN_POST) && scene.entry(ABOUT_CHAIN_POSTS).isPresent()) {
      return Optional.of(
          Consultation.on(heard.finding(new Finding.Answer(ABOUT_CHAIN_POSTS, List.of())), scene));
    }
    return heard.is(Heard.Kind.COMPANY_REPLY)
        ? Optional.of(state.aside(scene, ReplyCard.of(read(heard, scene), scene)))
        : Optional.empty();
  }

  private static ReplyReading read(Heard heard, Scene scene) {
    return scene.script().replies().reader().read(heard.text());
  }
}
