package bot.optout.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces words that neither the model nor the content knows by a word of the content that is one
 * slip away: a letter too many, too few, another one, or two swapped.
 */
final class SpellingRepair {
  private static final int SHORTEST = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

  private final Set<String> known;
  private final Map<String, Integer> content;

  private SpellingRepair(Set<String> known, Map<String, Integer> content) {
    this.known = known;
    this.content = content;
  }

  static SpellingRepair from(Set<String> known, List<String> plainTexts) {
    Map<String, Integer> counts = new HashMap<>();
    plainTexts.forEach(
        text -> PlainText.words(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
    return new SpellingRepair(known, counts);
  }

  String repair(String plain) {
    Matcher words = WORD.matcher(plain);
    return words.replaceAll(word -> Matcher.quoteReplacement(repaired(word.group())));
  }

  /** Whether there is a word in it at all, and not only noise. */
  boolean knowsAny(String plain) {
    return PlainText.words(plain).stream()
        .anyMatch(word -> known.contains(word) || content.containsKey(word));
  }

  private String repaired(String word) {
    if (word.length() < SHORTEST || known.contains(word) || content.containsKey(word)) {
      return word;
    }
    Comparator<String> byUse = Comparator.comparing(content::get);
    Optional<String> meant =
        content.keySet().stream()
            .filter(candidate -> candidate.length() >= SHORTEST && oneSlip(word, candidate))
            .max(byUse.thenComparing(Comparator.naturalOrder()));
    return meant.orElse(word);
  }

  private static boolean oneSlip(String typed, String meant) {
    int longer = typed.length() - meant.length();
    if (Math.abs(longer) > 1) {
      return false;
    }
    int start = 0;
    int shortest = Math.min(typed.length(), meant.length());
    while (start < shortest && typed.charAt(start) == meant.charAt(start)) {
      start++;
    }
    if (longer == 1) {
      return typed.regionMatches(start + 1, meant, start, meant.length() - start);
    }
    if (longer == -1) {
      return typed.regionMatches(start, meant, start + 1, typed.length() - start);
    }
    return typed.regionMatches(start + 1, meant, start + 1, typed.length() - start - 1)
        || swapped(typed, meant, start);
  }

  private static boolean swapped(String typed, String meant, int at) {
    return at + 1 < typed.length()
        && typed.charAt(at) == meant.charAt(at + 1)
        && typed.charAt(at + 1) == meant.charAt(at)
        && typed.regionMatches(at + 2, meant, at + 2, typed.length() - at - 2);
  }
}
