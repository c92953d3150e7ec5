package bot.optout.logs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What no line of a log may hold: every text, name, token and raw id that the people of the tests
 * use. Whoever plays a person tells it.
 */
public final class Confidential {
  /** Shorter ones stand in every log by chance: "yes", "42". */
  private static final int SHORTEST = 4;

  /** So do single everyday words, which our own lines are made of: "next", "store". */
  private static final Pattern EVERYDAY = Pattern.compile("[a-z]{1,7}");

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private Confidential() {}

  /** Somebody said it, is called so, or has this id or token; too common ones are passed over. */
  public static void tell(String secret) {
    String bare = secret.strip();
    if (bare.length() >= SHORTEST && !EVERYDAY.matcher(bare).matches()) {
      KNOWN.add(bare);
    }
  }

  /** Whether a line gives something away: as a word of its own, or within a longer text. */
  static boolean isIn(String line) {
    return KNOWN.stream().anyMatch(secret -> line.contains(secret) && standsAlone(secret, line));
  }

  private static boolean standsAlone(String secret, String line) {
    return Pattern.compile("(?<![\\p{L}\\p{N}.$])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
        .matcher(line)
        .find();
  }
}
