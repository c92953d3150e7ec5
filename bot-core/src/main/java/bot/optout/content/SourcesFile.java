package bot.optout.content;

import bot.optout.knowledge.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code sources.yaml}. */
final class SourcesFile {
  static final String PATH = "sources.yaml";

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Set<String> BASES = Set.of("snapshot", "excerpt", "cited", "background");

  private SourcesFile() {}

  static Map<String, Source> read(ContentReading reading) {
    Map<String, Source> sources = new LinkedHashMap<>();
    reading.entries(PATH).forEach((key, fields) -> sources.put(key, source(key, fields)));
    return sources;
  }

  private static Source source(String key, Fields fields) {
    Optional<String> date = fields.optionalText("date");
    if (date.filter(text -> !DATE.matcher(text).matches()).isPresent()) {
      fields.fault(
          "date", "\"date\" is \"" + date.get() + "\"", "write 2026-11-23, 2026-11 or 2026");
    }
    Optional<String> url = fields.optionalText("url");
    if (url.filter(text -> !Links.isWeb(text)).isPresent()) {
      fields.fault("url", "\"url\" is no web address", "begin it with https://, or write null");
    }
    if (!BASES.contains(fields.text("basis"))) {
      fields.fault("basis", "\"basis\" is unknown", "use snapshot, excerpt, cited or background");
    }
    Source source = new Source(key, fields.text("title"), fields.text("publisher"), date, url);
    fields.nothingElse();
    return source;
  }
}
