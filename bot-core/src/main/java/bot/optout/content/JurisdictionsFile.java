package bot.optout.content;

import bot.optout.knowledge.Source;
import bot.optout.letter.Jurisdiction;
import bot.optout.letter.ResponseTerm;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code jurisdictions.yaml}. */
final class JurisdictionsFile {
  static final String PATH = "jurisdictions.yaml";

  /** Where every country belongs that no other jurisdiction names. */
  static final String ELSEWHERE = "OTHER";

  /** A jurisdiction without its names. */
  record Facts(
      String code,
      List<String> countries,
      String instrument,
      Jurisdiction.Strength strength,
      Optional<ResponseTerm> responseTerm,
      String entry) {
    Jurisdiction named(String name, String shortName) {
      return new Jurisdiction(code, name, shortName, instrument, strength, responseTerm, entry);
    }
  }

  private JurisdictionsFile() {}

  static Map<String, Facts> read(Reading reading, Map<String, Source> sources) {
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
              for (String key : fields.texts("sources")) {
                if (!sources.isEmpty() && !sources.containsKey(key)) {
                  fields.fault(
                      "sources", "\"" + key + "\" does not stand in sources.yaml", "add it");
                }
              }
              fields.nothingElse();
              jurisdictions.put(code, facts);
            });
    if (!jurisdictions.isEmpty() && !jurisdictions.containsKey(ELSEWHERE)) {
      reading.problems().fault(PATH, 0, "\"OTHER\" is missing", "say what holds everywhere else");
    }
    return jurisdictions;
  }

  static void checkEntries(
      Reading reading, Map<String, Facts> jurisdictions, Map<String, EntryFacts> entries) {
    for (Facts facts : jurisdictions.values()) {
      if (!entries.isEmpty() && !entries.containsKey(facts.entry())) {
        reading
            .problems()
            .fault(
                PATH,
                0,
                facts.code() + " points to \"" + facts.entry() + "\", which is no entry",
                "use an id of entries.yaml");
      }
    }
  }

  private static Facts facts(String code, Fields fields) {
    Facts facts =
        new Facts(
            code,
            fields.texts("countries"),
            fields.text("instrument"),
            fields.choice("strength", Jurisdiction.Strength.class, Jurisdiction.Strength.NONE),
            fields.optionalObject("response_term").flatMap(JurisdictionsFile::term),
            fields.text("entry"));
    fields.optionalText("note");
    return facts;
  }

  private static Optional<ResponseTerm> term(Fields fields) {
    String period = fields.text("period");
    String provision = fields.text("provision");
    fields.nothingElse();
    try {
      return Optional.of(new ResponseTerm(Period.parse(period), provision));
    } catch (DateTimeParseException wrong) {
      fields.fault("period", "\"period\" is \"" + period + "\"", "write P1M, P30D or the like");
      return Optional.empty();
    }
  }
}
