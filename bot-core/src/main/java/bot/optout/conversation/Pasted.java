package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import bot.optout.letter.ReplyReading;
import java.util.List;
import java.util.Optional;

/** Texts that people paste: a chain post that forbids Meta everything, an answer of the company. */
final class Pasted {
  private static final String ABOUT_CHAIN_POSTS = "copy-paste-post";

  private Pasted() {}

  /** In the middle of something else, which goes on afterwards. */
  static Optional<Transition> aside(Heard heard, State state, Scene scene) {
    if (isChainPost(heard, scene)) {
      return Optional.of(Consultation.aside(aboutChainPosts(heard), state, scene));
    }
    return heard.is(Heard.Kind.COMPANY_REPLY)
        ? Optional.of(state.aside(scene, ReplyCard.of(read(heard, scene), scene)))
        : Optional.empty();
  }

  static Optional<Transition> handle(Heard heard, State state, Scene scene) {
    if (isChainPost(heard, scene)) {
      return Optional.of(Consultation.on(aboutChainPosts(heard), scene));
    }
    return PastedReplies.pasted(heard, scene).or(() -> aside(heard, state, scene));
  }

  private static boolean isChainPost(Heard heard, Scene scene) {
    return heard.is(Heard.Kind.CHAIN_POST) && scene.entry(ABOUT_CHAIN_POSTS).isPresent();
  }

  private static Heard aboutChainPosts(Heard heard) {
    return heard.about(new Finding.Answer(ABOUT_CHAIN_POSTS, List.of()));
  }

  private static ReplyReading read(Heard heard, Scene scene) {
    return scene.script().replies().reader().read(heard.text());
  }
}
