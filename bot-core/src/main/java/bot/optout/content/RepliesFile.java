package bot.optout.content;

import bot.optout.letter.ReplyKind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code replies.yaml}: what holds for the answers of companies in every language. */
final class RepliesFile {
  private static final String PATH = "replies.yaml";

  /**
   * What does not depend on the language.
   *
   * @param safeDomains of the companies' own links
   * @param next ids of the entries that say what to do, by kind of answer
   */
  record Facts(Set<String> safeDomains, Map<ReplyKind, List<String>> next) {}

  private RepliesFile() {}

  static Facts read(ContentReading reading, Set<String> sources, Set<String> entries) {
    return reading
        .file(PATH)
        .map(
            fields -> {
              Facts facts =
                  new Facts(
                      domains(fields.object("safe_domains"), sources),
                      next(fields.object("next"), entries));
              fields.nothingElse();
              return facts;
            })
        .orElseGet(() -> new Facts(Set.of(), Map.of()));
  }

  private static Set<String> domains(Fields fields, Set<String> sources) {
    for (String domain : fields.keys()) {
      if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
        fields.fault(domain, "\"" + domain + "\" is no domain", "write it like example.com");
      }
      fields.known(domain, sources, SourcesFile.PATH);
    }
    return new LinkedHashSet<>(fields.keys());
  }

  private static Map<ReplyKind, List<String>> next(Fields fields, Set<String> entries) {
    Map<ReplyKind, List<String>> next = new EnumMap<>(ReplyKind.class);
    for (ReplyKind kind : ReplyKind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      next.put(kind, fields.texts(key));
      fields.known(key, entries, EntriesFile.PATH);
    }
    fields.nothingElse();
    return next;
  }
}
