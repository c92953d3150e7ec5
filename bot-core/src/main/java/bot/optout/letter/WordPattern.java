package bot.optout.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A wording that stands for many: words in order, {@code one|other} for either word, {@code stem*}
 * for every word that begins so, and {@code …} for up to {@value #WIDEST_GAP} words in between.
 * Matching takes time linear in the text.
 */
public final class WordPattern {
  static final int WIDEST_GAP = 6;
  private static final String GAP = "…";
  private static final int SHORTEST_STEM = 3;

  /** One place in a pattern. */
  private record Place(Set<String> words, List<String> stems, boolean afterGap) {
    boolean fits(String word) {
      return words.contains(word) || stems.stream().anyMatch(word::startsWith);
    }
  }

  private final String written;
  private final List<Place> places;

  private WordPattern(String written, List<Place> places) {
    this.written = written;
    this.places = places;
  }

  /** What is wrong with a pattern, if anything is. */
  public static Optional<String> problemWith(String written) {
    List<String> parts = parts(written);
    if (parts.isEmpty() || parts.get(0).equals(GAP) || parts.get(parts.size() - 1).equals(GAP)) {
      return Optional.of("\"" + written + "\" does not begin and end with a word");
    }
    return parts.stream()
        .filter(part -> !part.equals(GAP))
        .flatMap(part -> Stream.of(part.split("\\|", -1)))
        .filter(word -> !isWord(word))
        .findFirst()
        .map(word -> "\"" + word + "\" in \"" + written + "\" is neither a word nor a stem* of 3");
  }

  private static boolean isWord(String word) {
    String stem = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
    return (stem.length() == word.length() || stem.length() >= SHORTEST_STEM)
        && ReplyWord.all(stem).size() == 1;
  }

  /**
   * The pattern of a wording.
   *
   * @throws IllegalArgumentException if {@link #problemWith} finds something
   */
  public static WordPattern of(String written) {
    problemWith(written)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    List<Place> places = new ArrayList<>();
    boolean afterGap = false;
    for (String part : parts(written)) {
      if (part.equals(GAP)) {
        afterGap = true;
      } else {
        places.add(place(part, afterGap));
        afterGap = false;
      }
    }
    return new WordPattern(written, List.copyOf(places));
  }

  /** A word as it is compared. */
  public static String plain(String word) {
    return ReplyWord.plain(word);
  }

  private static List<String> parts(String written) {
    return Stream.of(written.strip().split("\\s+")).filter(part -> !part.isEmpty()).toList();
  }

  private static Place place(String part, boolean afterGap) {
    List<String> all = List.of(part.split("\\|"));
    return new Place(
        all.stream()
            .filter(word -> !word.endsWith("*"))
            .map(ReplyWord::plain)
            .collect(Collectors.toUnmodifiableSet()),
        all.stream()
            .filter(word -> word.endsWith("*"))
            .map(word -> ReplyWord.plain(word.substring(0, word.length() - 1)))
            .toList(),
        afterGap);
  }

  /** Its own words as a sentence, cut where it has gaps. */
  ReplySentence words() {
    return ReplySentence.of(written.replace('|', ' ').replace("*", "").replace(GAP, ";"));
  }

  /** By which first letters of a text's word it is worth trying this pattern. */
  List<String> keys() {
    Place first = places.get(0);
    return Stream.concat(first.words().stream(), first.stems().stream())
        .map(WordPattern::key)
        .distinct()
        .sorted()
        .toList();
  }

  static String key(String word) {
    return word.length() < SHORTEST_STEM ? word : word.substring(0, SHORTEST_STEM);
  }

  /** Where the wording that begins at a word ends (exclusive), as early as possible. */
  OptionalInt end(ReplySentence sentence, int start) {
    if (!places.get(0).fits(sentence.word(start))) {
      return OptionalInt.empty();
    }
    SortedSet<Integer> reached = new TreeSet<>(List.of(start));
    for (Place place : places.subList(1, places.size())) {
      reached = next(sentence, reached, place);
      if (reached.isEmpty()) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(reached.first() + 1);
  }

  private static SortedSet<Integer> next(
      ReplySentence sentence, SortedSet<Integer> reached, Place place) {
    SortedSet<Integer> after = new TreeSet<>();
    for (int from : reached) {
      int last = Math.min(from + 1 + (place.afterGap() ? WIDEST_GAP : 0), sentence.size() - 1);
      for (int at = from + 1; at <= last && !sentence.cut(at); at++) {
        if (place.fits(sentence.word(at))) {
          after.add(at);
        }
      }
    }
    return after;
  }

  @Override
  public String toString() {
    return written;
  }
}
