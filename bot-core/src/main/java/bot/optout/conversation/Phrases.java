package bot.optout.conversation;

import bot.optout.message.Template;
import java.util.EnumMap;
import java.util.Map;

/** Everything the bot says of its own, in one language. Every {@link Phrase} has its words. */
public final class Phrases {
  private final Map<Phrase, Template> texts;

  public Phrases(Map<Phrase, Template> texts) {
    this.texts = new EnumMap<>(texts);
  }

  public String say(Phrase phrase) {
    return say(phrase, Map.of());
  }

  public String say(Phrase phrase, String slot, Object value) {
    return say(phrase, Map.of(slot, value));
  }

  public String say(Phrase phrase, Map<String, ?> slots) {
    Template text = texts.get(phrase);
    if (text == null) {
      throw new IllegalStateException("no words for " + phrase);
    }
    return text.fill(slots);
  }
}
