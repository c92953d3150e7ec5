package bot.optout.content;

import bot.optout.letter.Disclosure;
import bot.optout.letter.Disclosure.Concern;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code LANGUAGE/disclosure.yaml}: the words that give away what a letter need not say. */
final class DisclosureFile {
  private DisclosureFile() {}

  static Disclosure read(ContentReading reading, String language) {
    Map<Concern, List<String>> words = new EnumMap<>(Concern.class);
    return reading
        .file(language + "/disclosure.yaml")
        .map(
            fields -> {
              words.put(Concern.HEALTH, fields.texts("health"));
              words.put(Concern.ID_NUMBER, fields.texts("id_number"));
              words.put(Concern.BANK_ACCOUNT, fields.texts("bank_account"));
              words.put(Concern.BIRTHDAY, fields.texts("birthday"));
              Disclosure disclosure = new Disclosure(words, fields.texts("relations"));
              fields.nothingElse();
              return disclosure;
            })
        .orElseGet(() -> new Disclosure(words, List.of()));
  }
}
