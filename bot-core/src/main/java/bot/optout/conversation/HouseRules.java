package bot.optout.conversation;

import java.util.List;
import java.util.Locale;

/**
 * What the person who runs this bot has set, as far as people hear of it.
 *
 * @param operator name and contact as one line, empty if not stated
 * @param draftDays how long an unfinished draft is kept
 * @param caseDays how long a case is kept after its end
 * @param languages the bot speaks
 */
public record HouseRules(String operator, int draftDays, int caseDays, List<Locale> languages) {
  public HouseRules {
    languages = List.copyOf(languages);
  }
}
