package bot.optout.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words to look for in a text, whole and in any case. A word that ends in {@code *} stands for all
 * words that begin so; one that begins with it, for all that end so.
 */
public final class Wordlist {
  private final Optional<Pattern> words;

  public Wordlist(List<String> words) {
    this.words =
        words.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Pattern.compile(
                    words.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Wordlist::pattern)
                        .collect(
                            Collectors.joining(
                                "|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"))));
  }

  private static String pattern(String word) {
    String bare = word.replace("*", "").toLowerCase(Locale.ROOT);
    String start = word.startsWith("*") ? "\\p{L}{0,30}" : "";
    String end = word.endsWith("*") ? "\\p{L}{0,30}" : "";
    return start + Pattern.quote(bare) + end;
  }

  /** What of it stands in a text, each once, in small letters. */
  public List<String> in(String text) {
    String lower = text.replace('’', '\'').toLowerCase(Locale.ROOT);
    return words.stream()
        .flatMap(pattern -> pattern.matcher(lower).results())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
