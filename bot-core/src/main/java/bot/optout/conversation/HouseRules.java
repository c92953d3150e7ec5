package bot.optout.conversation;

import java.util.List;
import java.util.Locale;

/**
 * What the person who runs this bot has set, as far as people hear of it.
 *
 * @param operator name and contact as one line, empty if not stated
 * @param draftDays how long an unfinished draft is kept
 * @param languages the bot speaks
 */
public record HouseRules(String operator, int draftDays, List<Locale> languages) {
  public HouseRules {
    languages = List.copyOf(languages);
  }
}
