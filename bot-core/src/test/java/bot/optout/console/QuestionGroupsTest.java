package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.knowledge.HashedWords;
import bot.optout.store.SharedQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QuestionGroupsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final double LIKENESS = 0.6;

  @Test
  void questions_that_ask_the_same_stand_together_the_most_asked_first() {
    assertEquals(
        List.of(
            List.of(
                "does pinterest train on pins",
                "does pinterest train on my pins",
                "tell me does pinterest train on pins"),
            List.of("how do i delete my account")),
        texts(
            "how do i delete my account",
            "does pinterest train on my pins",
            "tell me does pinterest train on pins",
            "does pinterest train on pins"));
  }

  @Test
  void the_order_they_come_in_makes_no_difference() {
    List<String> questions =
        new ArrayList<>(
            List.of("is it safe", "is it very safe", "who pays", "who pays it", "who pays me"));
    List<List<String>> groups = texts(questions.toArray(String[]::new));
    Collections.reverse(questions);
    assertEquals(groups, texts(questions.toArray(String[]::new)));
  }

  @Test
  void the_same_words_in_two_languages_are_two_groups() {
    assertEquals(2, groups(question("opt out", "en"), question("opt out", "fr")).size());
  }

  @Test
  void in_a_language_the_model_does_not_know_only_the_same_words_count() {
    assertEquals(
        2,
        groups(
                question("Was ist mit Pinterest?", "de"),
                question("was ist mit pinterest", "de"),
                question("was ist denn mit pinterest", "de"))
            .size());
  }

  @Test
  void without_questions_there_are_no_groups() {
    assertEquals(List.of(), groups());
  }

  private static List<List<String>> texts(String... questions) {
    SharedQuestion[] shared =
        List.of(questions).stream()
            .map(text -> question(text, "en"))
            .toArray(SharedQuestion[]::new);
    return groups(shared).stream()
        .map(group -> group.questions().stream().map(SharedQuestion::text).toList())
        .toList();
  }

  private static List<QuestionGroup> groups(SharedQuestion... questions) {
    return new QuestionGroups(HashedWords.model(), LIKENESS).of(List.of(questions));
  }

  private static SharedQuestion question(String text, String language) {
    return new SharedQuestion(text, language, Optional.empty(), DAY);
  }
}
