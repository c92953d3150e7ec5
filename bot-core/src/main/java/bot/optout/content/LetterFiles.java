package bot.optout.content;

import bot.optout.message.Template;
import com.samskivert.mustache.MustacheException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the letters, {@code LANGUAGE/letters/KIND-JURISDICTION.mustache}. */
final class LetterFiles {
  private static final String ENDING = ".mustache";
  private static final Set<String> SLOTS =
      Set.of(
          "company",
          "address",
          "date",
          "services",
          "name",
          "has_name",
          "email",
          "has_email",
          "account",
          "has_account",
          "grounds",
          "has_grounds",
          "requests");
  private static final Set<String> KINDS = Set.of("objection");

  private LetterFiles() {}

  static Map<String, Template> read(Reading reading, String language, Set<String> jurisdictions) {
    String folder = language + "/letters/";
    Map<String, Template> letters = new LinkedHashMap<>();
    for (String path : reading.folder().paths()) {
      if (path.startsWith(folder) && path.endsWith(ENDING)) {
        String name = path.substring(folder.length(), path.length() - ENDING.length());
        checkName(reading, path, name, jurisdictions);
        letter(reading, path, name, letters);
      }
    }
    return letters;
  }

  private static void checkName(
      Reading reading, String path, String name, Set<String> jurisdictions) {
    int dash = name.indexOf('-');
    boolean known =
        dash > 0
            && KINDS.contains(name.substring(0, dash))
            && jurisdictions.contains(name.substring(dash + 1));
    if (!known) {
      reading
          .problems()
          .fault(
              path,
              0,
              "the file name is no kind and jurisdiction",
              "name it objection-EU.mustache");
    }
  }

  private static void letter(
      Reading reading, String path, String name, Map<String, Template> letters) {
    try {
      Mustache template = Mustache.compile(reading.folder().text(path).orElse(""));
      for (String slot : template.slots()) {
        if (!SLOTS.contains(slot)) {
          reading
              .problems()
              .fault(
                  path,
                  0,
                  "{{" + slot + "}} is no slot of a letter",
                  "use " + String.join(", ", SLOTS.stream().sorted().toList()));
        }
      }
      letters.put(name, template);
    } catch (MustacheException wrong) {
      reading.problems().fault(path, 0, "no template: " + wrong.getMessage(), "check the braces");
    }
  }
}
