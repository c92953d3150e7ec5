package bot.optout.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each update could not be stored, so that one that never can is told from others that
 * are fine. Remembers the newest few, which is enough: what fails comes again at once.
 */
final class Stumbles {
  private static final int REMEMBERED = 1_000;

  private final Map<Long, Integer> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How often this update has failed by now, this time included. */
  synchronized int count(long update) {
    int now = tries.getOrDefault(update, 0) + 1;
    tries.remove(update);
    tries.put(update, now);
    return now;
  }

  /** It is stored, or kept aside. */
  synchronized void forget(long update) {
    tries.remove(update);
  }
}
