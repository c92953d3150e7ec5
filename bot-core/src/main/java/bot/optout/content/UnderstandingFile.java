package bot.optout.content;

import bot.optout.conversation.Lexicon;
import bot.optout.conversation.Markers;
import bot.optout.conversation.Wish;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code LANGUAGE/understanding.yaml}. */
final class UnderstandingFile {
  private UnderstandingFile() {}

  static Lexicon read(
      Reading reading, String language, PlacesFile.Places places, ServiceNamesFile.Names services) {
    return reading
        .file(language + "/understanding.yaml")
        .map(
            fields -> {
              Lexicon lexicon =
                  new Lexicon(
                      wishes(fields.object("wishes")),
                      places.words(),
                      services.words(),
                      fields.texts("corrections"),
                      fields.texts("question_starts"),
                      fields.texts("fillers"),
                      markers(reading, language));
              fields.nothingElse();
              return lexicon;
            })
        .orElseGet(
            () ->
                new Lexicon(
                    Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), Markers.NONE));
  }

  private static Markers markers(Reading reading, String language) {
    return reading
        .file(language + "/recognition.yaml")
        .map(
            fields -> {
              Markers markers =
                  new Markers(
                      fields.texts("follow_ups"),
                      fields.texts("whys"),
                      fields.texts("chain_posts"));
              fields.nothingElse();
              return markers;
            })
        .orElse(Markers.NONE);
  }

  private static Map<Wish, List<String>> wishes(Fields fields) {
    Map<Wish, List<String>> wishes = new EnumMap<>(Wish.class);
    Map<String, String> owners = new HashMap<>();
    for (Wish wish : Wish.values()) {
      String key = wish.name().toLowerCase(Locale.ROOT).replace('_', '-');
      wishes.put(wish, fields.texts(key));
      for (Fields.Text wording : fields.located(key)) {
        String owner = owners.putIfAbsent(wording.text(), key);
        if (owner != null) {
          fields.faultAt(
              wording.line(),
              "\"" + wording.text() + "\" means " + owner + " already",
              "keep it in one place");
        }
      }
    }
    fields.nothingElse();
    return wishes;
  }
}
