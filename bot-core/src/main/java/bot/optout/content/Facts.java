package bot.optout.content;

import bot.optout.knowledge.Source;
import bot.optout.letter.Authority;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Everything that holds in every language. */
record Facts(
    Map<String, Source> sources,
    Map<String, JurisdictionsFile.Facts> jurisdictions,
    Map<String, EntryFacts> entries,
    Map<String, ServicesFile.Facts> services,
    GroundsFile.Facts grounds,
    Map<String, Authority> authorities,
    List<String> nonTopics,
    RepliesFile.Facts replies) {
  static Facts read(ContentReading reading, LocalDate today) {
    Map<String, Source> sources = SourcesFile.read(reading);
    Map<String, JurisdictionsFile.Facts> jurisdictions = JurisdictionsFile.read(reading, sources);
    Map<String, EntryFacts> entries =
        EntriesFile.read(reading, sources, jurisdictions.keySet(), today);
    JurisdictionsFile.checkEntries(reading, jurisdictions, entries);
    GroundsFile.Facts grounds = GroundsFile.read(reading);
    JurisdictionsFile.checkRequests(reading, jurisdictions, grounds.requests());
    return new Facts(
        sources,
        jurisdictions,
        entries,
        ServicesFile.read(reading, sources, jurisdictions.keySet(), entries.keySet()),
        grounds,
        AuthoritiesFile.read(reading),
        NonTopicsFile.read(reading),
        RepliesFile.read(reading, sources.keySet(), entries.keySet()));
  }
}
