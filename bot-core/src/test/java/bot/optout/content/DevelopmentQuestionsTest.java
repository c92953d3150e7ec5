package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.Questions.Question;
import bot.optout.conversation.Script;
import bot.optout.knowledge.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The development questions measure only what they do not repeat. */
class DevelopmentQuestionsTest {
  private static final List<String> SETS = List.of("en.tsv", "de.tsv");
  private static final Set<String> UNANSWERED = Set.of("oos", "near");

  private final Content content = TestContent.get();
  private final List<Question> questions = read();

  @Test
  void no_question_is_a_wording_of_the_content() {
    Set<String> wordings = new HashSet<>();
    content.scripts().values().stream()
        .flatMap(DevelopmentQuestionsTest::wordings)
        .map(DevelopmentQuestionsTest::lettersOf)
        .forEach(wordings::add);
    assertEquals(
        List.of(),
        questions.stream()
            .map(Question::text)
            .filter(text -> wordings.contains(lettersOf(text)))
            .toList());
  }

  @Test
  void no_question_is_asked_twice() {
    Set<String> seen = new HashSet<>();
    assertEquals(
        List.of(),
        questions.stream().map(Question::text).filter(text -> !seen.add(lettersOf(text))).toList());
  }

  @Test
  void every_label_is_an_entry_or_says_that_none_answers() {
    Set<String> known = new HashSet<>(UNANSWERED);
    entries().map(Entry::id).forEach(known::add);
    assertEquals(
        List.of(),
        questions.stream()
            .flatMap(question -> question.labels().stream())
            .filter(label -> !known.contains(label))
            .toList());
  }

  @Test
  void every_entry_is_asked_for_at_least_four_times() {
    entries().map(Entry::id).forEach(this::isAskedForFourTimes);
  }

  @Test
  void there_are_at_least_330_answered_80_far_and_60_neighbouring_questions() {
    assertTrue(
        questions.stream().filter(question -> !UNANSWERED.contains(question.label())).count()
            >= 330);
    assertTrue(labelled("oos") >= 80);
    assertTrue(labelled("near") >= 60);
  }

  private void isAskedForFourTimes(String entry) {
    assertTrue(labelled(entry) >= 4, entry);
  }

  private long labelled(String label) {
    return questions.stream().filter(question -> question.isAnsweredBy(label)).count();
  }

  private Stream<Entry> entries() {
    return content.scripts().values().stream()
        .flatMap(script -> script.knowledge().entries().stream())
        .distinct();
  }

  private static Stream<String> wordings(Script script) {
    return script.knowledge().entries().stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry.question()), entry.variants().stream()));
  }

  private static String lettersOf(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<Question> read() {
    List<Question> questions = new ArrayList<>();
    try {
      for (String set : SETS) {
        questions.addAll(Questions.read(set).questions());
      }
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
    return List.copyOf(questions);
  }
}
