package bot.optout.message;

import java.util.Map;

/** A text with slots. Values are put in as they are; nothing is escaped here. */
@FunctionalInterface
public interface Template {
  /**
   * The text with these values in its slots.
   *
   * @param slots the values by name: text, booleans for sections, lists of maps for repetitions
   * @throws IllegalArgumentException if a slot of the text has no value
   */
  String fill(Map<String, ?> slots);
}
