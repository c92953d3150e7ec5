package bot.optout.letter;

/**
 * A reason about a person's own situation.
 *
 * @param label the button
 * @param paragraph the letter's words, in the first person
 * @param lawyer whether the person should hear that a lawyer may be needed
 */
public record Ground(String id, String label, String paragraph, boolean lawyer) {}
