package bot.optout.letter;

import bot.optout.message.Template;
import java.util.List;
import java.util.Map;

/**
 * How letters speak of a law in one language.
 *
 * @param cites how its provisions are cited, by their name in the content
 * @param clauses sentences that stand in its letters only; they may cite
 * @param notes what a person should know who writes under it, by the kind of letter
 */
public record LawWords(
    Map<String, String> cites, Map<String, Template> clauses, Map<LetterKind, List<String>> notes) {
  public LawWords {
    cites = Map.copyOf(cites);
    clauses = Map.copyOf(clauses);
    notes = Map.copyOf(notes);
  }
}
