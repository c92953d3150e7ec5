package bot.optout.content;

import bot.optout.letter.LawWords;
import bot.optout.letter.LetterKind;
import bot.optout.letter.LetterWords;
import bot.optout.message.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads {@code LANGUAGE/letters.yaml}, the words all letters share, and {@code LANGUAGE/laws.yaml},
 * what they say under one law only.
 */
final class LetterWordsFile {
  /** What may stand in a clause besides citations. */
  static final Set<String> SLOTS =
      Set.of(
          "services",
          "name",
          "has_name",
          "email",
          "has_email",
          "account",
          "has_account",
          "child",
          "child_name",
          "no_account",
          "company",
          "has_company",
          "irish",
          "to_authority",
          "grounds",
          "has_grounds",
          "requests",
          "sent",
          "has_sent",
          "answered",
          "has_answered",
          "due",
          "has_due",
          "overdue",
          "quote",
          "has_quote",
          "reference",
          "has_reference",
          "timeline",
          "has_timeline",
          "enclosures",
          "has_enclosures",
          "until");

  /** What may stand in a request: all but what is known only after the requests. */
  static final Set<String> REQUEST_SLOTS =
      SLOTS.stream()
          .filter(slot -> !Set.of("requests", "until").contains(slot))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "name",
          "email",
          "email_no_account",
          "account",
          "child_name",
          "company",
          "address",
          "authority",
          "sent",
          "answered",
          "due",
          "quote",
          "reference");
  private static final Set<String> NOTES =
      Set.of("courtesy", "recipient", "choose-authority", "language", "no-lawyer");
  private static final Set<String> NOTE_SLOTS = Set.of("place", "languages");

  private final Map<String, JurisdictionsFile.Facts> laws;
  private final Map<String, Template> clauses = new LinkedHashMap<>();
  private final Map<String, Template> courtesy = new LinkedHashMap<>();
  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Map<String, Template> notes = new LinkedHashMap<>();
  private final Map<String, LawWords> words = new LinkedHashMap<>();

  private LetterWordsFile(Map<String, JurisdictionsFile.Facts> laws) {
    this.laws = laws;
  }

  static LetterWords read(
      ContentReading reading, String language, Map<String, JurisdictionsFile.Facts> laws) {
    LetterWordsFile file = new LetterWordsFile(laws);
    reading.file(language + "/letters.yaml").ifPresent(file::shared);
    reading.file(language + "/laws.yaml").ifPresent(file::laws);
    return new LetterWords(file.placeholders, file.clauses, file.courtesy, file.notes, file.words);
  }

  private void shared(Fields fields) {
    Fields named = fields.object("placeholders");
    PLACEHOLDERS.stream().sorted().forEach(slot -> placeholders.put(slot, named.text(slot)));
    named.nothingElse();
    Fields said = fields.object("notes");
    for (String note : new TreeSet<>(NOTES)) {
      notes.put(note, Slots.template(said, note, said.text(note), NOTE_SLOTS));
    }
    said.nothingElse();
    Fields all = fields.object("clauses");
    all.keys().forEach(name -> clauses.put(name, clause(all, name, SLOTS)));
    Fields polite = fields.object("courtesy");
    polite.keys().forEach(name -> courtesy.put(name, known(polite, name, SLOTS)));
    fields.nothingElse();
  }

  private void laws(Fields fields) {
    for (JurisdictionsFile.Facts law : laws.values()) {
      words.put(law.code(), law(law, fields.object(law.code())));
    }
    fields.nothingElse();
  }

  private LawWords law(JurisdictionsFile.Facts law, Fields fields) {
    Map<String, String> cites = Citations.read(fields.object("cites"), law);
    Set<String> slots = new TreeSet<>(SLOTS);
    cites.keySet().forEach(name -> slots.add("cite." + name));
    Map<String, Template> own = new LinkedHashMap<>();
    Fields said = fields.object("clauses");
    said.keys().forEach(name -> own.put(name, known(said, name, slots)));
    Map<LetterKind, List<String>> remarks = notes(fields.object("notes"));
    fields.nothingElse();
    return new LawWords(cites, own, remarks);
  }

  private static Map<LetterKind, List<String>> notes(Fields fields) {
    Map<LetterKind, List<String>> notes = new LinkedHashMap<>();
    for (String key : fields.keys()) {
      List<String> texts = fields.texts(key);
      Kinds.of(key)
          .ifPresentOrElse(
              kind -> notes.put(kind, texts),
              () -> fields.fault(key, "\"" + key + "\" is no kind of letter", "correct it"));
    }
    return notes;
  }

  private Template known(Fields fields, String name, Set<String> slots) {
    if (!clauses.containsKey(name)) {
      fields.fault(
          name, "\"" + name + "\" is no clause of letters.yaml", "add it there, perhaps as null");
    }
    return clause(fields, name, slots);
  }

  private static Template clause(Fields fields, String name, Set<String> slots) {
    String text = fields.optionalText(name).orElse("");
    Citations.mayNotStandIn(text, (what, fix) -> fields.fault(name, what, fix));
    return Slots.template(fields, name, text, slots);
  }
}
