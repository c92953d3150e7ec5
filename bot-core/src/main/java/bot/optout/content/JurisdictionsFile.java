package bot.optout.content;

import bot.optout.knowledge.Source;
import bot.optout.letter.Jurisdiction;
import bot.optout.letter.LawWords;
import bot.optout.letter.LetterKind;
import bot.optout.letter.LetterRules;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code jurisdictions.yaml}. */
final class JurisdictionsFile {
  static final String PATH = "jurisdictions.yaml";

  /** Where every country belongs that no other jurisdiction names. */
  static final String ELSEWHERE = "OTHER";

  /**
   * A jurisdiction without its names.
   *
   * @param provisions as the law numbers them, by the name under which letters cite them
   */
  record Facts(
      String code,
      int line,
      List<String> countries,
      Map<String, String> provisions,
      Set<LetterKind> letters,
      TermsField terms,
      List<String> requests,
      List<String> accepts,
      String entry) {
    Jurisdiction named(String name, String shortName, LawWords words) {
      return new Jurisdiction(code, name, shortName, rules(words), entry);
    }

    private LetterRules rules(LawWords words) {
      return new LetterRules(
          letters,
          terms.terms().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      term ->
                          term.getValue()
                              .cited(words.cites().getOrDefault(term.getValue().provision(), "")))),
          requests,
          accepts);
    }
  }

  private JurisdictionsFile() {}

  static Map<String, Facts> read(ContentReading reading, Map<String, Source> sources) {
    Map<String, Facts> jurisdictions = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    reading
        .entries(PATH)
        .forEach(
            (code, fields) -> {
              Facts facts = facts(code, fields);
              for (String country : facts.countries()) {
                String owner = owners.putIfAbsent(country, code);
                if (owner != null) {
                  fields.fault(
                      "countries", country + " belongs to " + owner, "keep it in one place");
                }
              }
              fields.known("sources", sources.keySet(), SourcesFile.PATH);
              fields.nothingElse();
              jurisdictions.put(code, facts);
            });
    if (!jurisdictions.isEmpty() && !jurisdictions.containsKey(ELSEWHERE)) {
      reading.problems().fault(PATH, 0, "\"OTHER\" is missing", "say what holds everywhere else");
    }
    return jurisdictions;
  }

  static void checkEntries(
      ContentReading reading, Map<String, Facts> jurisdictions, Map<String, EntryFacts> entries) {
    for (Facts facts : jurisdictions.values()) {
      if (!entries.isEmpty() && !entries.containsKey(facts.entry())) {
        reading
            .problems()
            .fault(
                PATH,
                facts.line(),
                facts.code() + " points to \"" + facts.entry() + "\", which is no entry",
                "use an id of entries.yaml");
      }
    }
  }

  static void checkRequests(
      ContentReading reading, Map<String, Facts> jurisdictions, List<String> requests) {
    for (Facts facts : jurisdictions.values()) {
      for (String request : facts.requests()) {
        if (!requests.isEmpty() && !requests.contains(request)) {
          reading
              .problems()
              .fault(
                  PATH,
                  facts.line(),
                  facts.code() + " asks for \"" + request + "\", which is no request",
                  "use an id of grounds.yaml");
        }
      }
    }
  }

  private static Facts facts(String code, Fields fields) {
    Map<String, String> provisions = new LinkedHashMap<>();
    Fields numbered = fields.object("provisions");
    numbered.keys().forEach(name -> provisions.put(name, numbered.text(name)));
    Facts facts =
        new Facts(
            code,
            fields.line(),
            fields.texts("countries"),
            provisions,
            letters(code, fields),
            TermsField.read(fields, List.copyOf(provisions.keySet())),
            fields.texts("requests"),
            fields.texts("accepts"),
            fields.text("entry"));
    // For editors: nothing is said or decided by them.
    fields.text("instrument");
    fields.text("strength");
    fields.optionalText("note");
    return facts;
  }

  /** The letters the facts carry. For each of the others they say why not. */
  private static Set<LetterKind> letters(String code, Fields fields) {
    Set<LetterKind> letters = EnumSet.noneOf(LetterKind.class);
    letters.addAll(Kinds.read(fields, "letters"));
    Fields reasons = fields.object("missing");
    for (String key : reasons.keys()) {
      reasons.warn(key, code + " has no " + key + ": " + reasons.text(key), "look it up");
    }
    for (LetterKind kind : LetterKind.values()) {
      if (explained(kind) && letters.contains(kind) == reasons.keys().contains(kind.key())) {
        fields.fault(
            "letters",
            code + ": \"" + kind.key() + "\" has to be in \"letters\" or in \"missing\"",
            "write it, or say why the facts do not carry it");
      }
    }
    if (letters.contains(LetterKind.OBJECTION) == letters.contains(LetterKind.COURTESY)) {
      fields.fault("letters", code + " needs an objection or a courtesy request", "name one");
    }
    return letters;
  }

  /**
   * A courtesy request is the other side of an objection, and few laws send people to the company.
   */
  private static boolean explained(LetterKind kind) {
    return kind != LetterKind.COURTESY && kind != LetterKind.COMPANY_COMPLAINT;
  }
}
