package bot.optout.letter;

/**
 * A legal space.
 *
 * @param shortName for small print, such as "EU/EEA"
 * @param letters what can be written under it
 * @param entry the knowledge entry that tells what holds there
 */
public record Jurisdiction(
    String code, String name, String shortName, LetterRules letters, String entry) {
  /** How long the company has to answer an objection or request. */
  public Deadline.Rule term() {
    return letters.term(letters.opening());
  }
}
