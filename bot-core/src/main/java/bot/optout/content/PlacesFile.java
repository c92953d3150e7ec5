package bot.optout.content;

import bot.optout.letter.Country;
import bot.optout.letter.Jurisdiction;
import bot.optout.letter.LawWords;
import bot.optout.message.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code LANGUAGE/places.yaml} and adds the countries Java knows. */
final class PlacesFile {
  /**
   * The places of one language.
   *
   * @param words what people call them, lower case, each with a code of a country or jurisdiction
   */
  record Places(
      Map<String, Jurisdiction> jurisdictions,
      Map<String, Country> countries,
      Map<String, String> words) {}

  private static final LawWords NO_WORDS = new LawWords(Map.of(), Map.of(), Map.of());

  private final String path;
  private final Map<String, JurisdictionsFile.Facts> facts;
  private final Map<String, LawWords> laws;
  private final Map<String, Jurisdiction> jurisdictions = new LinkedHashMap<>();
  private final Map<String, Country> countries = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  private PlacesFile(
      String path, Map<String, JurisdictionsFile.Facts> facts, Map<String, LawWords> laws) {
    this.path = path;
    this.facts = facts;
    this.laws = laws;
  }

  static Places read(
      ContentReading reading,
      String language,
      Map<String, JurisdictionsFile.Facts> facts,
      Map<String, LawWords> laws) {
    PlacesFile file = new PlacesFile(language + "/places.yaml", facts, laws);
    reading
        .file(file.path)
        .ifPresent(
            fields -> {
              fields.object("jurisdictions").objects().forEach(file::jurisdiction);
              fields.object("countries").objects().forEach(file::country);
              fields.nothingElse();
              file.findMissing(reading.problems());
            });
    file.addTheWorld(Locale.forLanguageTag(language));
    return new Places(file.jurisdictions, file.countries, file.words);
  }

  private void jurisdiction(String code, Fields fields) {
    JurisdictionsFile.Facts found = facts.get(code);
    String name = label(fields, "name");
    String shortName = label(fields, "short_name");
    if (found == null && !facts.isEmpty()) {
      fields.fault("name", code + " does not stand in jurisdictions.yaml", "add or remove it");
    } else if (found != null) {
      jurisdictions.put(code, found.named(name, shortName, laws.getOrDefault(code, NO_WORDS)));
    }
    alias(code, fields);
    fields.nothingElse();
  }

  private void country(String code, Fields fields) {
    countries.put(code, new Country(code, label(fields, "name"), jurisdictionOf(code)));
    alias(code, fields);
    fields.nothingElse();
  }

  private void alias(String code, Fields fields) {
    for (Fields.Text alias : fields.located("aliases")) {
      if (isMixed(alias.text())) {
        fields.faultAt(
            alias.line(),
            "\"" + alias.text() + "\" mixes small and capital letters",
            "write it small");
      }
      String owner = words.putIfAbsent(alias.text(), code);
      if (owner != null) {
        fields.faultAt(
            alias.line(),
            "\"" + alias.text() + "\" means " + owner + " already",
            "keep it in one place");
      }
    }
  }

  private static boolean isMixed(String text) {
    return !text.equals(text.toLowerCase(Locale.ROOT))
        && !text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static String label(Fields fields, String key) {
    String text = fields.text(key);
    if (text.length() > Choice.MAX_LABEL) {
      fields.fault(key, "\"" + key + "\" is longer than a button", "use at most 75 characters");
    }
    return text;
  }

  private void findMissing(Problems problems) {
    for (JurisdictionsFile.Facts found : facts.values()) {
      if (!jurisdictions.containsKey(found.code())) {
        problems.fault(path, 0, "the jurisdiction " + found.code() + " is missing", "name it");
      }
      for (String country : found.countries()) {
        if (!countries.containsKey(country)) {
          problems.fault(path, 0, "the country " + country + " is missing", "name it");
        }
      }
    }
  }

  private void addTheWorld(Locale language) {
    for (String code : Locale.getISOCountries()) {
      String name = new Locale("", code).getDisplayCountry(language);
      countries.putIfAbsent(code, new Country(code, name, jurisdictionOf(code)));
    }
    for (Country country : List.copyOf(countries.values())) {
      words.putIfAbsent(country.name().toLowerCase(language), country.code());
    }
  }

  private String jurisdictionOf(String country) {
    return facts.values().stream()
        .filter(found -> found.countries().contains(country))
        .map(JurisdictionsFile.Facts::code)
        .findFirst()
        .orElse(JurisdictionsFile.ELSEWHERE);
  }
}
