package bot.optout.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the grounds of the catalogue that a person means in their own words. Only a suggestion. */
final class GroundFinder {
  private static final int AT_MOST = 3;

  private final List<Ground> grounds;
  private final Map<String, Wordlist> words;

  GroundFinder(List<Ground> grounds) {
    this.grounds = grounds;
    this.words =
        grounds.stream().collect(Collectors.toMap(Ground::id, it -> new Wordlist(it.words())));
  }

  /** Ids of the grounds with the most words in the text, at most three, the best first. */
  List<String> find(String text) {
    return grounds.stream()
        .map(ground -> Map.entry(ground.id(), hits(ground, text)))
        .filter(found -> found.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(AT_MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private int hits(Ground ground, String text) {
    Wordlist list = words.get(ground.id());
    return list == null ? 0 : list.in(text).size();
  }
}
