package bot.optout.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A question that a person allowed the operator to see.
 *
 * @param text scrubbed
 * @param language tag of the language they wrote in
 * @param meant the id of the entry they meant, if they picked one when the bot had to ask
 * @param day on which they allowed it, in UTC
 */
public record SharedQuestion(String text, String language, Optional<String> meant, LocalDate day) {
  @Override
  public String toString() {
    return "SharedQuestion[" + language + ", " + day + "]";
  }
}
