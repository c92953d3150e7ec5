package bot.optout.console;

import bot.optout.store.SharedQuestion;
import java.util.List;

/**
 * Questions that ask the same.
 *
 * @param typical the one that is closest to the others; first of {@code questions}
 */
record QuestionGroup(SharedQuestion typical, List<SharedQuestion> questions) {
  QuestionGroup {
    questions = List.copyOf(questions);
  }

  int size() {
    return questions.size();
  }

  @Override
  public String toString() {
    return "QuestionGroup[" + size() + "]";
  }
}
