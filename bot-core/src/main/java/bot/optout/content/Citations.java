package bot.optout.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Provisions of a law: their numbers stand once in {@code jurisdictions.yaml}; a language only says
 * how they are cited. Everywhere else a provision in the text is a fault.
 */
final class Citations {
  private static final Pattern CITED =
      Pattern.compile(
          "\\bArt(?:\\.|icle|ikel)\\s*\\d|§|\\bss?\\.\\s*\\d|\\bsections?\\s+\\d|\\bAPP \\d|\\d+\\.\\d+\\.\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Citations() {}

  static Map<String, String> read(Fields fields, JurisdictionsFile.Facts law) {
    Map<String, String> cites = new LinkedHashMap<>();
    law.provisions()
        .forEach(
            (name, provision) -> {
              String cite = fields.text(name);
              if (!cite.isEmpty() && !numbers(cite).containsAll(numbers(provision))) {
                fields.fault(
                    name,
                    "\"" + cite + "\" does not have the numbers of \"" + provision + "\"",
                    "cite what jurisdictions.yaml has");
              }
              cites.put(name, cite);
            });
    fields.nothingElse();
    return cites;
  }

  /** Tells about a provision that stands in a text instead of a citation. */
  static void mayNotStandIn(String text, BiConsumer<String, String> fault) {
    if (CITED.matcher(text).find()) {
      fault.accept("a provision stands in the text", "cite it with {{cite.…}} from laws.yaml");
    }
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }
}
