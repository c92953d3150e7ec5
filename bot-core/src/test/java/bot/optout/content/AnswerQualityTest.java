package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.Questions.Question;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How well the development questions are answered. The floors may rise, and must not fall. */
class AnswerQualityTest {
  private final KnowledgeBase english = TestContent.get().script("en").knowledge();

  @Test
  void english_questions() throws IOException {
    Answered answered = new Answered(english, Questions.read("en.tsv"));
    assertAll(
        () -> least(0.97, answered.rightOrClarified()),
        () -> least(0.79, answered.right()),
        () -> most(0.01, answered.wrong()),
        () -> least(0.97, answered.farRejected()),
        () -> most(0.05, answered.nearAnswered()));
  }

  @Test
  void german_questions() throws IOException {
    Answered answered =
        new Answered(TestContent.get().script("de").knowledge(), Questions.read("de.tsv"));
    assertAll(
        () -> least(0.94, answered.rightOrClarified()),
        () -> least(0.80, answered.right()),
        () -> most(0.02, answered.wrong()),
        () -> least(0.90, answered.farRejected()),
        () -> most(0.10, answered.nearAnswered()));
  }

  @Test
  void a_known_neighbour_is_recognised() {
    Finding finding = english.find("my insta got hacked, help");
    assertTrue(finding instanceof Finding.OutOfScope out && out.nonTopic().isPresent());
  }

  @Test
  void the_same_question_is_always_found_alike() throws IOException {
    Questions.read("en.tsv").questions().stream()
        .limit(20)
        .forEach(q -> assertEquals(english.find(q.text()), english.find(q.text())));
  }

  private static void least(double floor, double share) {
    assertTrue(share >= floor, () -> "the share is " + share + ", not at least " + floor);
  }

  private static void most(double ceiling, double share) {
    assertTrue(share <= ceiling, () -> "the share is " + share + ", not at most " + ceiling);
  }

  /** The shares of a set, each question asked once. */
  private record Answered(Map<Question, Finding> findings, Questions questions) {
    Answered(KnowledgeBase knowledge, Questions questions) {
      this(
          questions.questions().stream()
              .distinct()
              .collect(Collectors.toMap(q -> q, q -> knowledge.find(q.text()))),
          questions);
    }

    double rightOrClarified() {
      return share(questions.inScope(), q -> isRight(q) || isClarified(q));
    }

    double right() {
      return share(questions.inScope(), this::isRight);
    }

    double wrong() {
      return share(questions.inScope(), q -> isAnswered(q) && !isRight(q));
    }

    double farRejected() {
      return share(questions.labelled("oos"), this::isRejected);
    }

    double nearAnswered() {
      return share(questions.labelled("near"), this::isAnswered);
    }

    private boolean isAnswered(Question question) {
      return findings.get(question) instanceof Finding.Answer;
    }

    private boolean isRight(Question question) {
      return findings.get(question) instanceof Finding.Answer answer
          && question.isAnsweredBy(answer.entry());
    }

    private boolean isClarified(Question question) {
      return findings.get(question) instanceof Finding.Clarify clarify
          && clarify.entries().stream().anyMatch(question::isAnsweredBy);
    }

    private boolean isRejected(Question question) {
      Finding finding = findings.get(question);
      return finding instanceof Finding.Unknown || finding instanceof Finding.OutOfScope;
    }

    private static double share(List<Question> questions, Predicate<Question> holds) {
      return questions.stream().filter(holds).count() / (double) questions.size();
    }
  }
}
