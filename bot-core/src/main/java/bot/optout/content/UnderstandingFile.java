package bot.optout.content;

import bot.optout.conversation.Lexicon;
import bot.optout.conversation.Markers;
import bot.optout.conversation.Wish;
import bot.optout.knowledge.Intent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code LANGUAGE/understanding.yaml}. */
final class UnderstandingFile {
  private static final List<Wish> WISHES_IN_MANY_WORDS = List.of(Wish.DRAFT);

  private UnderstandingFile() {}

  static Lexicon read(
      ContentReading reading,
      String language,
      PlacesFile.Places places,
      ServiceNamesFile.Names services) {
    return reading
        .file(language + "/understanding.yaml")
        .map(
            fields -> {
              Map<Wish, List<String>> wishes = wishes(fields.object("wishes"));
              Lexicon lexicon =
                  new Lexicon(
                      wishes,
                      intents(wishes, fields.object("intents")),
                      places.words(),
                      services.words(),
                      fields.texts("other_companies"),
                      fields.texts("corrections"),
                      fields.texts("question_starts"),
                      fields.texts("fillers"),
                      fields.texts("children"),
                      markers(reading, language));
              fields.nothingElse();
              return lexicon;
            })
        .orElseGet(
            () ->
                new Lexicon(
                    Map.of(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Markers.NONE));
  }

  /** In many words or in few, the intent is the same. */
  private static List<Intent> intents(Map<Wish, List<String>> wishes, Fields fields) {
    List<Intent> intents =
        WISHES_IN_MANY_WORDS.stream()
            .map(
                wish ->
                    new Intent(
                        wish.id(),
                        Stream.concat(
                                wishes.getOrDefault(wish, List.of()).stream(),
                                fields.texts(wish.id()).stream())
                            .toList()))
            .toList();
    fields.nothingElse();
    return intents;
  }

  private static Markers markers(ContentReading reading, String language) {
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
      String key = wish.id();
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
