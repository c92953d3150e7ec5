package bot.optout.letter;

import bot.optout.message.Template;
import java.util.Map;

/**
 * What letters have in common in one language.
 *
 * @param placeholders what stands where nothing is known, by slot
 * @param clauses sentences of all letters, by name
 * @param courtesy the same, where no law obliges the company; they come before {@code clauses}
 * @param notes to the person, by name
 * @param laws by jurisdiction
 */
public record LetterWords(
    Map<String, String> placeholders,
    Map<String, Template> clauses,
    Map<String, Template> courtesy,
    Map<String, Template> notes,
    Map<String, LawWords> laws) {
  public LetterWords {
    placeholders = Map.copyOf(placeholders);
    clauses = Map.copyOf(clauses);
    courtesy = Map.copyOf(courtesy);
    notes = Map.copyOf(notes);
    laws = Map.copyOf(laws);
  }

  String placeholder(String slot) {
    return placeholders.getOrDefault(slot, "");
  }
}
