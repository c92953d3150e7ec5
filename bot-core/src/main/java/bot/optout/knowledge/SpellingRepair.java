package bot.optout.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces words that neither the model nor the content knows by one that is a slip away: a letter
 * too many, too few, another one, or two swapped. Words of the content come before words that only
 * the model knows. A long word may be two slips away, if it begins with the right letter.
 */
final class SpellingRepair {
  private static final int SHORTEST = 4;
  private static final int LONG = 6;

  /**
   * A longer word is left alone: what is a slip away from it grows with the square of its length.
   */
  private static final int LONGEST = 30;

  private static final int SHORTEST_DOUBTED = 3;
  private static final int NOT_ONLY_ONCE = 2;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

  private final Set<String> known;
  private final Map<String, Integer> content;
  private final int[] alphabet;

  private SpellingRepair(Set<String> known, Map<String, Integer> content) {
    this.known = known;
    this.content = content;
    this.alphabet =
        content.keySet().stream().flatMapToInt(String::chars).distinct().sorted().toArray();
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

  /**
   * The text as it may have been meant: a word that only the model knows is taken for a slip, too
   * ("mate" for "meta"). Of one slip only: who doubts every unusual word reads anything into a
   * text.
   */
  Optional<String> doubted(String plain) {
    Map<String, String> meant = new HashMap<>();
    WORD.matcher(plain)
        .results()
        .map(MatchResult::group)
        .forEach(word -> meantInstead(word).ifPresent(other -> meant.put(word, other)));
    return meant.size() == 1
        ? Optional.of(
            WORD.matcher(plain)
                .replaceAll(
                    word ->
                        Matcher.quoteReplacement(meant.getOrDefault(word.group(), word.group()))))
        : Optional.empty();
  }

  private Optional<String> meantInstead(String word) {
    boolean doubtful =
        word.length() >= SHORTEST_DOUBTED
            && word.length() <= LONGEST
            && known.contains(word)
            && !content.containsKey(word);
    return doubtful ? most(oneSlipAway(word).stream().filter(this::isCommon)) : Optional.empty();
  }

  private boolean isCommon(String word) {
    return content.getOrDefault(word, 0) >= NOT_ONLY_ONCE;
  }

  /** Whether there is a word in it at all, and not only noise. */
  boolean knowsAny(String plain) {
    return PlainText.words(plain).stream().anyMatch(this::knows);
  }

  /** The words of it that stand in the content. */
  Set<String> familiar(String plain) {
    return PlainText.words(plain).stream()
        .filter(content::containsKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean knows(String word) {
    return known.contains(word) || content.containsKey(word);
  }

  private String repaired(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST || knows(word)) {
      return word;
    }
    Set<String> near = oneSlipAway(word);
    return most(near.stream().filter(content::containsKey))
        .or(() -> near.stream().filter(known::contains).findFirst())
        .or(() -> word.length() < LONG ? Optional.empty() : most(twoSlipsAway(word)))
        .orElse(word);
  }

  /** The one that stands most often in the content. */
  private Optional<String> most(Stream<String> words) {
    return words.max(
        Comparator.<String, Integer>comparing(content::get)
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Only a model's vocabulary tells that a word is none; the content alone lacks many words. */
  private Stream<String> twoSlipsAway(String word) {
    return content.keySet().stream()
        .filter(other -> !known.isEmpty() && other.length() >= LONG)
        .filter(other -> other.charAt(0) == word.charAt(0))
        .filter(other -> Slips.between(word, other) <= 2);
  }

  /** Swapped letters first, then one too many, then one too few or another one. */
  private Set<String> oneSlipAway(String word) {
    Set<String> near = new LinkedHashSet<>();
    for (int i = 0; i + 1 < word.length(); i++) {
      near.add(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
    }
    for (int i = 0; i < word.length(); i++) {
      near.add(word.substring(0, i) + word.substring(i + 1));
    }
    for (int letter : alphabet) {
      for (int i = 0; i <= word.length(); i++) {
        near.add(word.substring(0, i) + (char) letter + word.substring(i));
        if (i < word.length()) {
          near.add(word.substring(0, i) + (char) letter + word.substring(i + 1));
        }
      }
    }
    near.removeIf(other -> other.length() < Math.min(SHORTEST, word.length()));
    return near;
  }
}
