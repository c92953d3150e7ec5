package bot.optout;

import bot.optout.store.PersonKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages a person may send a minute. Kept in memory only; one person never slows
 * another.
 */
final class MessageQuota {
  private final int perMinute;
  private final Map<PersonKey, Integer> counts = new HashMap<>();
  private long minute;

  MessageQuota(int perMinute) {
    this.perMinute = perMinute;
  }

  /** What to do with one more message. */
  enum Verdict {
    ANSWER,
    /** The first one over the limit: say so. */
    ASK_TO_WAIT,
    /** Further ones: the person has been told. */
    PASS_OVER
  }

  synchronized Verdict judge(PersonKey person, Instant now) {
    long current = now.getEpochSecond() / 60;
    if (current != minute) {
      counts.clear();
      minute = current;
    }
    int count = counts.merge(person, 1, Integer::sum);
    if (count <= perMinute) {
      return Verdict.ANSWER;
    }
    return count == perMinute + 1 ? Verdict.ASK_TO_WAIT : Verdict.PASS_OVER;
  }
}
