package bot.optout.conversation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells in which language a text is written, by its script and its little words. Says nothing
 * rather than guess: short texts that could be anything stay in the language of the conversation.
 */
public final class Tongues {
  /** So much of a text must be little words of the language, and so many. */
  private static final double ENOUGH = 0.3;

  private static final int FEWEST_WORDS = 2;

  private final List<Tongue> tongues;
  private final Map<Tongue, Set<String>> words;

  public Tongues(List<Tongue> tongues) {
    this.tongues = List.copyOf(tongues);
    this.words =
        tongues.stream()
            .collect(Collectors.toMap(tongue -> tongue, tongue -> new HashSet<>(tongue.words())));
  }

  /** The language of a text, if it can be told. */
  public Optional<Tongue> of(String text) {
    return byScript(text).or(() -> byWords(text));
  }

  private Optional<Tongue> byScript(String text) {
    Set<String> scripts =
        text.codePoints()
            .filter(Character::isLetter)
            .mapToObj(point -> Character.UnicodeScript.of(point).name())
            .collect(Collectors.toSet());
    return tongues.stream()
        .filter(tongue -> tongue.scripts().stream().anyMatch(scripts::contains))
        .findFirst();
  }

  private Optional<Tongue> byWords(String text) {
    List<String> typed =
        List.of(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}']+", -1)).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    if (typed.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    List<Tongue> best =
        tongues.stream()
            .filter(tongue -> hits(tongue, typed) >= Math.max(FEWEST_WORDS, ENOUGH * typed.size()))
            .sorted(Comparator.comparingLong((Tongue tongue) -> hits(tongue, typed)).reversed())
            .toList();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    boolean clear = best.size() == 1 || hits(best.get(0), typed) > hits(best.get(1), typed);
    return clear ? Optional.of(best.get(0)) : Optional.empty();
  }

  private long hits(Tongue tongue, List<String> typed) {
    Set<String> little = words.getOrDefault(tongue, Set.of());
    return typed.stream().filter(little::contains).count();
  }
}
