package bot.optout.content;

import bot.optout.letter.ReplySign;
import bot.optout.letter.ReplyWords;
import bot.optout.letter.WordPattern;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code LANGUAGE/replies.yaml}: the words by which the answers of companies are read. */
final class ReplyWordsFile {
  private ReplyWordsFile() {}

  /** Empty if the file is missing or unreadable, which is noted. */
  static Optional<ReplyWords> read(ContentReading reading, String language, Set<String> services) {
    return reading
        .file(language + "/replies.yaml")
        .map(
            fields -> {
              ReplyWords words =
                  new ReplyWords(
                      Locale.forLanguageTag(language),
                      signs(fields.object("signs"), groups(fields.object("groups"))),
                      voids(fields.object("voids")),
                      mail(fields.object("mail")),
                      products(fields.object("products"), services),
                      patterns(fields, "departments"),
                      new HashSet<>(fields.texts("abbreviations")),
                      terms(fields.object("terms")));
              fields.nothingElse();
              return words;
            });
  }

  /** Words that wordings name together: {@code <objection>} for each of them. */
  private static Map<String, String> groups(Fields fields) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (String name : fields.keys()) {
      groups.put("<" + name + ">", String.join("|", fields.texts(name)));
    }
    return groups;
  }

  private static Map<ReplySign, List<WordPattern>> signs(
      Fields fields, Map<String, String> groups) {
    Map<ReplySign, List<WordPattern>> signs = new EnumMap<>(ReplySign.class);
    for (ReplySign sign : ReplySign.values()) {
      signs.put(sign, patterns(fields, sign.key(), groups));
    }
    fields.nothingElse();
    return signs;
  }

  private static ReplyWords.Voids voids(Fields fields) {
    ReplyWords.Voids voids =
        new ReplyWords.Voids(
            patterns(fields, "negations"),
            patterns(fields, "ifs"),
            patterns(fields, "unlesses"),
            patterns(fields, "hedges"),
            patterns(fields, "reported"),
            patterns(fields, "needless"),
            patterns(fields, "breaks"),
            patterns(fields, "after_comma"),
            patterns(fields, "joints"),
            patterns(fields, "relatives"),
            patterns(fields, "personal"));
    fields.nothingElse();
    return voids;
  }

  private static ReplyWords.Mail mail(Fields fields) {
    ReplyWords.Mail mail =
        new ReplyWords.Mail(
            fields.texts("headers"),
            fields.texts("from"),
            fields.texts("subject"),
            fields.texts("wrote"),
            fields.texts("forwarded"),
            fields.texts("originals"),
            fields.texts("senders"));
    fields.nothingElse();
    return mail;
  }

  private static Map<WordPattern, String> products(Fields fields, Set<String> services) {
    Map<WordPattern, String> products = new LinkedHashMap<>();
    for (String id : fields.keys()) {
      patterns(fields, id).forEach(name -> products.put(name, id));
      if (!services.isEmpty() && !services.contains(id)) {
        fields.fault(id, "\"" + id + "\" does not stand in services.yaml", "correct or remove it");
      }
    }
    return products;
  }

  private static ReplyWords.Terms terms(Fields fields) {
    Fields numbers = fields.object("numbers");
    Map<String, Integer> counts = new LinkedHashMap<>();
    numbers.keys().forEach(word -> counts.put(WordPattern.plain(word), number(numbers, word)));
    Fields units = fields.object("units");
    Map<String, Period> periods = new LinkedHashMap<>();
    units.keys().forEach(word -> periods.put(WordPattern.plain(word), period(units, word)));
    ReplyWords.Terms terms =
        new ReplyWords.Terms(
            counts, periods, fields.texts("further").stream().map(WordPattern::plain).toList());
    fields.nothingElse();
    return terms;
  }

  private static int number(Fields fields, String word) {
    String text = fields.text(word);
    if (text.matches("[1-9][0-9]{0,2}")) {
      return Integer.parseInt(text);
    }
    fields.fault(word, "\"" + word + "\" is \"" + text + "\"", "write a number from 1 to 999");
    return 1;
  }

  private static Period period(Fields fields, String word) {
    String text = fields.text(word);
    try {
      return Period.parse(text);
    } catch (DateTimeParseException wrong) {
      fields.fault(word, "\"" + word + "\" is \"" + text + "\"", "write P1D, P1W or P1M");
      return Period.ZERO;
    }
  }

  private static List<WordPattern> patterns(Fields fields, String key) {
    return patterns(fields, key, Map.of());
  }

  private static List<WordPattern> patterns(Fields fields, String key, Map<String, String> groups) {
    List<WordPattern> patterns = new ArrayList<>();
    for (Fields.Text written : fields.located(key)) {
      String wording = written.text();
      for (Map.Entry<String, String> group : groups.entrySet()) {
        wording = wording.replace(group.getKey(), group.getValue());
      }
      Optional<String> problem = WordPattern.problemWith(wording);
      if (problem.isPresent()) {
        fields.faultAt(written.line(), problem.get(), "correct the wording");
      } else {
        patterns.add(WordPattern.of(wording));
      }
    }
    return patterns;
  }
}
