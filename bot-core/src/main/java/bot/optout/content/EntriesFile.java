package bot.optout.content;

import bot.optout.knowledge.Confidence;
import bot.optout.knowledge.Source;
import bot.optout.knowledge.Validity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code entries.yaml}. */
final class EntriesFile {
  static final String PATH = "entries.yaml";

  private static final int FRESH_DAYS = 90;
  private static final String EVERYWHERE = "ALL";

  private EntriesFile() {}

  static Map<String, EntryFacts> read(
      ContentReading reading,
      Map<String, Source> sources,
      Set<String> jurisdictions,
      LocalDate today) {
    Map<String, Fields> entries = reading.entries(PATH);
    Map<String, EntryFacts> facts = new LinkedHashMap<>();
    entries.forEach(
        (id, fields) -> {
          EntryFacts entry = entry(id, fields);
          fields.known("sources", sources.keySet(), SourcesFile.PATH);
          fields.known("related", entries.keySet(), PATH);
          if (!entry.validity().jurisdictions().contains(EVERYWHERE)) {
            fields.known("jurisdictions", jurisdictions, JurisdictionsFile.PATH);
          }
          age(reading.problems(), entry, today);
          facts.put(id, entry);
        });
    unopenedLinks(reading.problems(), facts);
    return facts;
  }

  private static EntryFacts entry(String id, Fields fields) {
    Optional<LocalDate> asOf = fields.date("as_of");
    if (asOf.isEmpty()) {
      fields.fault("as_of", "\"as_of\" is missing", "write the day the facts were checked");
    }
    EntryFacts facts =
        new EntryFacts(
            id,
            fields.line(),
            fields.text("topic"),
            fields.texts("sources"),
            new Validity(
                fields.texts("jurisdictions"),
                asOf.orElse(LocalDate.EPOCH),
                fields.date("checked_on"),
                fields.date("until")),
            fields.choice("confidence", Confidence.class, Confidence.LOW),
            fields.texts("related"));
    if (facts.sources().isEmpty()) {
      fields.fault("sources", "the entry has no source", "name at least one key of sources.yaml");
    }
    fields.nothingElse();
    return facts;
  }

  private static void age(Problems problems, EntryFacts entry, LocalDate today) {
    Validity validity = entry.validity();
    if (validity.asOf().isBefore(today.minusDays(FRESH_DAYS))) {
      long days = ChronoUnit.DAYS.between(validity.asOf(), today);
      problems.warn(
          PATH,
          entry.line(),
          "\"" + entry.id() + "\" was compared with its sources " + days + " days ago",
          "compare again and set as_of");
    }
    if (validity.expired(today)) {
      problems.warn(
          PATH,
          entry.line(),
          "\"" + entry.id() + "\" holds only until " + validity.until().orElseThrow(),
          "bring it up to date; until then it is shown with a hedge");
    }
  }

  private static void unopenedLinks(Problems problems, Map<String, EntryFacts> facts) {
    List<EntryFacts> unopened =
        facts.values().stream().filter(entry -> entry.validity().checkedOn().isEmpty()).toList();
    if (!unopened.isEmpty()) {
      problems.warn(
          PATH,
          0,
          "the links of " + unopened.size() + " of " + facts.size() + " entries were never opened",
          "open them and set checked_on");
    }
  }
}
