package bot.optout.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Many patterns, each with a value, tried only where a word begins like their first one. */
final class WordPatterns<T> {
  /** A place where a pattern fits: words {@code start} to {@code end}, exclusive. */
  record Match<T>(T value, int start, int end) {}

  private record Rule<T>(WordPattern pattern, T value) {}

  private final Map<String, List<Rule<T>>> rules = new HashMap<>();

  void add(WordPattern pattern, T value) {
    for (String key : pattern.keys()) {
      rules.computeIfAbsent(key, none -> new ArrayList<>()).add(new Rule<>(pattern, value));
    }
  }

  void addAll(List<WordPattern> patterns, T value) {
    patterns.forEach(pattern -> add(pattern, value));
  }

  List<Match<T>> in(ReplySentence sentence) {
    List<Match<T>> matches = new ArrayList<>();
    for (int start = 0; start < sentence.size(); start++) {
      for (Rule<T> rule : rules.getOrDefault(WordPattern.key(sentence.word(start)), List.of())) {
        OptionalInt end = rule.pattern().end(sentence, start);
        if (end.isPresent()) {
          matches.add(new Match<>(rule.value(), start, end.getAsInt()));
        }
      }
    }
    return matches;
  }
}
