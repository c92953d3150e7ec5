package bot.optout.content;

import bot.optout.conversation.Phrase;
import bot.optout.conversation.Phrases;
import bot.optout.message.Template;
import com.samskivert.mustache.MustacheException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code LANGUAGE/phrases.yaml}. */
final class PhrasesFile {
  private PhrasesFile() {}

  static Phrases read(Reading reading, String language) {
    Map<Phrase, Template> phrases = new EnumMap<>(Phrase.class);
    reading
        .file(language + "/phrases.yaml")
        .ifPresent(
            fields -> {
              for (Phrase phrase : Phrase.values()) {
                phrase(phrase, fields, phrases);
              }
              fields.nothingElse();
            });
    return new Phrases(phrases);
  }

  private static void phrase(Phrase phrase, Fields fields, Map<Phrase, Template> phrases) {
    String text = fields.text(phrase.key());
    if (text.length() > phrase.limit()) {
      fields.fault(
          phrase.key(),
          phrase.isButton() ? "the text is longer than a button" : "the text is too long",
          "use at most " + phrase.limit() + " characters");
    }
    try {
      Mustache template = Mustache.compile(text);
      unknownSlots(phrase.key(), template.slots(), phrase.slots(), fields);
      phrases.put(phrase, template);
    } catch (MustacheException wrong) {
      fields.fault(phrase.key(), "no template: " + wrong.getMessage(), "check the braces");
    }
  }

  private static void unknownSlots(
      String key, Set<String> used, Set<String> allowed, Fields fields) {
    for (String slot : used) {
      if (!allowed.contains(slot)) {
        fields.fault(
            key,
            "{{" + slot + "}} is no slot of this text",
            allowed.isEmpty()
                ? "it has none; remove it"
                : "use " + String.join(", ", allowed.stream().sorted().toList()));
      }
    }
  }
}
