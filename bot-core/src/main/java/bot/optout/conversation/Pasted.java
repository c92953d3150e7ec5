package bot.optout.conversation;

import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts that people paste: a chain post that forbids Meta everything, an answer of the company. */
final class Pasted {
  private static final String ABOUT_CHAIN_POSTS = "copy-paste-post";
  private static final List<String> ABOUT_REPLIES =
      List.of("rejected", "no-confirmation", "evidence-asked");

  private Pasted() {}

  /** The same in the middle of something else, which goes on afterwards. */
  static Optional<Transition> aside(Heard heard, State state, Scene scene) {
    if (heard.is(Heard.Kind.CHAIN_POST) && scene.entry(ABOUT_CHAIN_POSTS).isPresent()) {
      return Optional.of(
          Consultation.aside(
              heard.finding(new Finding.Answer(ABOUT_CHAIN_POSTS, List.of())), state, scene));
    }
    return handle(heard, state, scene);
  }

  static Optional<Transition> handle(Heard heard, State state, Scene scene) {
    if (heard.is(Heard.Kind.CHAIN_POST) && scene.entry(ABOUT_CHAIN_POSTS).isPresent()) {
      return Optional.of(
          Consultation.on(heard.finding(new Finding.Answer(ABOUT_CHAIN_POSTS, List.of())), scene));
    }
    return heard.is(Heard.Kind.COMPANY_REPLY)
        ? Optional.of(state.aside(scene, aboutReplies(scene)))
        : Optional.empty();
  }

  /** Replies are not read yet; what usually follows from them is shown. */
  private static Message aboutReplies(Scene scene) {
    Stream<Entry> entries = ABOUT_REPLIES.stream().flatMap(id -> scene.entry(id).stream());
    return Message.of(scene.say(Phrase.COMPANY_REPLY)).offering(entries.map(Ways::entry).toList());
  }
}
