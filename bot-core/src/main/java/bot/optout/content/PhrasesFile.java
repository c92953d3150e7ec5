package bot.optout.content;

import bot.optout.conversation.Phrase;
import bot.optout.conversation.Phrases;
import bot.optout.message.Template;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code LANGUAGE/phrases.yaml}. */
final class PhrasesFile {
  private PhrasesFile() {}

  static Phrases read(ContentReading reading, String language) {
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
    phrases.put(phrase, Slots.template(fields, phrase.key(), text, phrase.slots()));
  }
}
