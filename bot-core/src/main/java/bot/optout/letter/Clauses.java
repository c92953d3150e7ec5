package bot.optout.letter;

import bot.optout.message.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sentences for one law: its own, then those of courtesy where it obliges nobody, then all. */
record Clauses(LetterWords words, Jurisdiction law) {
  Map<String, String> filled(Map<String, Object> slots) {
    Map<String, Template> templates = new HashMap<>(words.clauses());
    if (law.letters().opening() == LetterKind.COURTESY) {
      templates.putAll(words.courtesy());
    }
    Optional<LawWords> own = Optional.ofNullable(words.laws().get(law.code()));
    own.map(LawWords::clauses).ifPresent(templates::putAll);
    Map<String, Object> known = new HashMap<>(slots);
    known.put("cite", own.map(LawWords::cites).orElse(Map.of()));
    Map<String, String> filled = new HashMap<>();
    templates.forEach((name, text) -> filled.put(name, text.fill(known).strip()));
    return filled;
  }
}
