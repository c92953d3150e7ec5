package bot.optout.letter;

import java.util.Optional;

/**
 * A legal space.
 *
 * @param shortName for small print, such as "EU/EEA"
 * @param instrument the law, as it is cited
 * @param responseTerm how long the company has to answer; empty if the law sets no term
 * @param entry the knowledge entry that tells what holds there
 */
public record Jurisdiction(
    String code,
    String name,
    String shortName,
    String instrument,
    Strength strength,
    Optional<ResponseTerm> responseTerm,
    String entry) {
  /** Whether an objection binds the company. */
  public enum Strength {
    BINDING,
    LIMITED,
    NONE
  }
}
