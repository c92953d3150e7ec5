package bot.optout.console;

import bot.optout.store.SharedQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Questions that ask the same.
 *
 * @param typical the one that is closest to the others; first of {@code questions}
 */
record QuestionGroup(SharedQuestion typical, List<SharedQuestion> questions) {
  QuestionGroup {
    questions = List.copyOf(questions);
  }

  /** The entry that most of the people meant who said so. */
  Optional<String> meant() {
    Map<String, Long> votes =
        questions.stream()
            .flatMap(question -> question.meant().stream())
            .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  int size() {
    return questions.size();
  }

  @Override
  public String toString() {
    return "QuestionGroup[" + size() + "]";
  }
}
