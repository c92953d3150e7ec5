package bot.optout.content;

import bot.optout.conversation.Tongue;
import bot.optout.conversation.Tongues;
import bot.optout.message.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code languages.yaml}: how languages are told, also those the bot does not speak. */
final class LanguagesFile {
  private static final String PATH = "languages.yaml";
  private static final Set<String> LANGUAGES = Set.of("languages");
  private static final Set<String> EITHER = Set.of("first", "last");

  private LanguagesFile() {}

  static Tongues read(ContentReading reading, Set<String> spoken) {
    List<Tongue> tongues = new ArrayList<>();
    reading
        .file(PATH)
        .ifPresent(
            fields ->
                fields
                    .objects()
                    .forEach((tag, tongue) -> tongues.add(tongue(tag, tongue, spoken))));
    return new Tongues(tongues);
  }

  private static Tongue tongue(String tag, Fields fields, Set<String> spoken) {
    Optional<String> apology = fields.optionalText("apology");
    if (apology.isEmpty() && !spoken.contains(tag)) {
      fields.fault("apology", "the bot does not speak " + tag, "say so in that language");
    }
    Tongue tongue =
        new Tongue(
            Locale.forLanguageTag(tag),
            fields.texts("words"),
            fields.texts("scripts"),
            template("either", EITHER, fields.text("either"), fields),
            spoken.contains(tag)
                ? Optional.empty()
                : apology.map(text -> template("apology", LANGUAGES, text, fields)));
    fields.nothingElse();
    return tongue;
  }

  /** Each of its slots has to be in it. */
  private static Template template(String key, Set<String> slots, String text, Fields fields) {
    Template template = Slots.template(fields, key, text, slots);
    slots.stream()
        .filter(slot -> !text.contains("{{" + slot + "}}"))
        .forEach(slot -> fields.fault(key, "{{" + slot + "}} is missing", "use it once"));
    return template;
  }
}
