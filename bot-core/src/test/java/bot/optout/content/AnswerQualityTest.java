package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.Questions.Question;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well the development questions are answered. The floors may rise, and must not fall. */
class AnswerQualityTest {
  private final KnowledgeBase knowledge = TestContent.real().script("en").knowledge();
  private final Questions questions = read();

  @Test
  void in_scope_questions_are_answered_or_clarified() {
    assertShare(questions.inScope(), this::rightOrClarified, 0.95, 1);
  }

  @Test
  void in_scope_questions_are_mostly_answered_at_once() {
    assertShare(questions.inScope(), this::right, 0.70, 1);
  }

  @Test
  void hardly_any_in_scope_question_gets_the_wrong_answer() {
    assertShare(questions.inScope(), q -> answered(q) && !right(q), 0, 0.015);
  }

  @Test
  void far_questions_are_rejected() {
    assertShare(questions.labelled("oos"), this::rejected, 0.97, 1);
  }

  @Test
  void neighbours_are_not_answered_with_something_else() {
    assertShare(questions.labelled("near"), this::answered, 0, 0.10);
  }

  @Test
  void a_known_neighbour_is_recognised() {
    Finding finding = knowledge.find("my insta got hacked, help");
    assertTrue(finding instanceof Finding.OutOfScope out && out.nonTopic().isPresent());
  }

  @Test
  void the_same_question_is_always_found_alike() {
    questions.questions().stream()
        .limit(20)
        .forEach(q -> assertEquals(knowledge.find(q.text()), knowledge.find(q.text())));
  }

  private boolean answered(Question question) {
    return knowledge.find(question.text()) instanceof Finding.Answer;
  }

  private boolean right(Question question) {
    return knowledge.find(question.text()) instanceof Finding.Answer answer
        && question.isAnsweredBy(answer.entry());
  }

  private boolean rightOrClarified(Question question) {
    return right(question)
        || (knowledge.find(question.text()) instanceof Finding.Clarify clarify
            && clarify.entries().stream().anyMatch(question::isAnsweredBy));
  }

  private boolean rejected(Question question) {
    Finding finding = knowledge.find(question.text());
    return finding instanceof Finding.Unknown || finding instanceof Finding.OutOfScope;
  }

  private static void assertShare(
      List<Question> questions, Predicate<Question> holds, double least, double most) {
    double share = questions.stream().filter(holds).count() / (double) questions.size();
    assertTrue(share >= least && share <= most, () -> "the share is " + share);
  }

  private static Questions read() {
    try {
      return Questions.read("en.tsv");
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }
}
