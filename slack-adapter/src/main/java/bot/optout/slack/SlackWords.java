package bot.optout.slack;

import bot.optout.content.Content;
import bot.optout.conversation.Phrase;
import java.util.Optional;
import java.util.function.Supplier;

/** What the adapter says of its own, in the words of the content. */
final class SlackWords {
  private final Supplier<Content> content;

  SlackWords(Supplier<Content> content) {
    this.content = content;
  }

  String say(Optional<String> language, Phrase phrase) {
    return content.get().script(tag(language)).phrases().say(phrase);
  }

  /** The one of our languages that is meant, else the default. */
  String tag(Optional<String> language) {
    Content now = content.get();
    return language.flatMap(now::closest).orElse(now.defaultLanguage());
  }

  Content content() {
    return content.get();
  }
}
