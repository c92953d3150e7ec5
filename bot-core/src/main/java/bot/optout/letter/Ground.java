package bot.optout.letter;

import java.util.List;

/**
 * A reason about a person's own situation.
 *
 * @param label the button
 * @param paragraph the letter's words, in the first person
 * @param lawyer whether the person should hear that a lawyer may be needed
 * @param words that hint at it in a person's own words, see {@link Wordlist}
 */
public record Ground(
    String id, String label, String paragraph, boolean lawyer, List<String> words) {
  public Ground {
    words = List.copyOf(words);
  }
}
