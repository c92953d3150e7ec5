package bot.optout.store;

import java.time.LocalDate;

/**
 * A question that a person allowed the operator to see.
 *
 * @param text scrubbed
 * @param language tag of the language they wrote in
 * @param day on which they allowed it, in UTC
 */
public record SharedQuestion(String text, String language, LocalDate day) {
  @Override
  public String toString() {
    return "SharedQuestion[" + language + ", " + day + "]";
  }
}
