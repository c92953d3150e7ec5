package bot.optout.content;

import bot.optout.letter.Authority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code authorities.yaml} and the words for it in {@code LANGUAGE/authorities.yaml}. */
final class AuthoritiesFile {
  private static final String PATH = "authorities.yaml";

  /** Notes to the person by authority, and the names of the parts of countries by code. */
  record Words(List<Authority> authorities, Map<String, String> lands) {}

  private AuthoritiesFile() {}

  /** Authorities without their notes. */
  static Map<String, Authority> read(ContentReading reading) {
    Map<String, Authority> authorities = new LinkedHashMap<>();
    reading.entries(PATH).forEach((id, fields) -> authorities.put(id, authority(id, fields)));
    return authorities;
  }

  private static Authority authority(String id, Fields fields) {
    Authority authority =
        new Authority(
            id,
            fields.text("country"),
            fields.optionalText("land"),
            fields.text("name"),
            fields.texts("address"),
            fields.optionalText("email"),
            web(fields, "website"),
            web(fields, "form"),
            fields.texts("languages"),
            Optional.empty());
    if (fields.texts("seen_at").isEmpty()) {
      fields.fault("seen_at", "nobody knows where this stands", "name a page or a source");
    }
    fields.optionalText("note");
    fields.nothingElse();
    return authority;
  }

  private static Optional<String> web(Fields fields, String key) {
    Optional<String> url = fields.optionalText(key);
    if (url.filter(text -> !Links.isWeb(text)).isPresent()) {
      fields.fault(
          key, "\"" + key + "\" is no web address", "begin it with https://, or write null");
    }
    return url;
  }

  static Words words(ContentReading reading, String language, Map<String, Authority> authorities) {
    Map<String, String> lands = new LinkedHashMap<>();
    Map<String, Optional<String>> notes = new LinkedHashMap<>();
    reading
        .file(language + "/" + PATH)
        .ifPresent(
            fields -> {
              Fields named = fields.object("lands");
              authorities.values().stream()
                  .flatMap(authority -> authority.land().stream())
                  .collect(Collectors.toCollection(TreeSet::new))
                  .forEach(land -> lands.put(land, named.text(land)));
              named.nothingElse();
              Fields noted = fields.object("notes");
              authorities.keySet().forEach(id -> notes.put(id, noted.optionalText(id)));
              noted.nothingElse();
              fields.nothingElse();
            });
    return new Words(
        authorities.values().stream()
            .map(it -> noted(it, notes.getOrDefault(it.id(), Optional.empty())))
            .toList(),
        lands);
  }

  private static Authority noted(Authority it, Optional<String> note) {
    return new Authority(
        it.id(),
        it.country(),
        it.land(),
        it.name(),
        it.address(),
        it.email(),
        it.website(),
        it.form(),
        it.languages(),
        note);
  }
}
