package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.letter.ReplyKind;
import bot.optout.letter.ReplyReader;
import bot.optout.letter.ReplyReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well answers are read. The development half shows its mistakes, the held-out half only how
 * many there are; {@code -Dreplies.show=true} shows those too, once they are to be given up as a
 * measure.
 */
class ReplyReaderTest {
  private static final double FLOOR = 0.95;
  private static final double MOST_QUESTIONS_TAKEN_FOR_REPLIES = 0.005;

  private final ReplyReader reader = TestContent.get().script("en").replies().reader();

  @ParameterizedTest
  @CsvSource({"en, development", "en, held-out", "de, development", "de, held-out"})
  void answers_are_read_right_and_never_confirmed_wrongly(String language, String half) {
    List<ReplySamples.Sample> samples = ReplySamples.read(language, half).samples();
    Map<String, Integer> table = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    List<String> details = new ArrayList<>();
    int wronglyConfirmed = 0;
    for (ReplySamples.Sample sample : samples) {
      ReplyReading reading = reader.read(sample.text());
      table.merge(sample.kind() + " -> " + reading.kind(), 1, Integer::sum);
      if (reading.kind() != sample.kind()) {
        mistakes.add(sample.name() + ": " + reading + " by " + reading.evidence().orElse(""));
      } else {
        details.addAll(details(sample, reading));
      }
      if (reading.kind() == ReplyKind.CONFIRMED
          && sample.kind() != ReplyKind.CONFIRMED
          && sample.kind() != ReplyKind.PARTLY_GRANTED) {
        wronglyConfirmed++;
      }
    }
    double right = 1 - (double) mistakes.size() / samples.size();
    System.out.printf(
        "%s %s: %d answers, %.1f %% right, %d wrongly confirmed, %d details wrong%n%s%n",
        language, half, samples.size(), 100 * right, wronglyConfirmed, details.size(), table);
    if (half.equals("development") || Boolean.getBoolean("replies.show")) {
      mistakes.forEach(System.out::println);
      details.forEach(System.out::println);
    }
    assertEquals(0, wronglyConfirmed);
    assertTrue(right >= FLOOR, () -> mistakes.size() + " of " + samples.size() + " wrong");
  }

  private static List<String> details(ReplySamples.Sample sample, ReplyReading reading) {
    List<String> wrong = new ArrayList<>();
    String name = sample.name() + ": ";
    if (!sample.services("services").equals(reading.services())) {
      wrong.add(name + "services " + reading.services());
    }
    if (!sample.services("except").equals(reading.except())) {
      wrong.add(name + "except " + reading.except());
    }
    if (sample.newContentOnly() != reading.newContentOnly()) {
      wrong.add(name + "new only " + reading.newContentOnly());
    }
    if (!sample.until().equals(reading.until()) || !sample.longer().equals(reading.longer())) {
      wrong.add(name + "until " + reading.until() + ", longer " + reading.longer());
    }
    return wrong;
  }

  @Test
  void there_are_at_least_70_answers_in_each_language() {
    for (String language : List.of("en", "de")) {
      int count =
          ReplySamples.read(language, "development").samples().size()
              + ReplySamples.read(language, "held-out").samples().size();
      assertTrue(count >= 70, language + " " + count);
    }
  }

  @Test
  void answers_are_told_from_questions() throws IOException {
    List<ReplySamples.Sample> answers =
        ReplySamples.all().stream().filter(one -> one.kind() != ReplyKind.UNCLEAR).toList();
    List<String> overlooked =
        answers.stream()
            .filter(one -> !reader.looksLikeReply(one.text()))
            .map(ReplySamples.Sample::name)
            .toList();
    List<Questions.Question> questions = new ArrayList<>();
    questions.addAll(Questions.read("en.tsv").questions());
    questions.addAll(Questions.read("de.tsv").questions());
    List<String> taken =
        questions.stream().map(Questions.Question::text).filter(reader::looksLikeReply).toList();
    System.out.printf(
        "told apart: %d of %d answers overlooked, %d of %d questions taken for answers: %s%n",
        overlooked.size(), answers.size(), taken.size(), questions.size(), taken);
    assertTrue(overlooked.size() <= (1 - FLOOR) * answers.size(), overlooked::toString);
    assertTrue(
        taken.size() <= MOST_QUESTIONS_TAKEN_FOR_REPLIES * questions.size(), taken::toString);
  }

  @Test
  void the_sentence_that_shows_it_stands_in_the_text() {
    for (ReplySamples.Sample sample : ReplySamples.all()) {
      ReplyReading reading = reader.read(sample.text());
      assertEquals(
          reading.kind() == ReplyKind.UNCLEAR, reading.evidence().isEmpty(), sample.name());
      reading
          .evidence()
          .filter(sentence -> !sample.text().contains("<p>") && !sample.text().contains("<div>"))
          .ifPresent(
              sentence ->
                  assertTrue(
                      oneLine(sample.text()).contains(oneLine(sentence).replaceFirst("…$", "")),
                      () -> sample.name() + ": " + sentence));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** A letter around it changes nothing: salutations, pages of small print, a quoted letter. */
  @Test
  void long_texts_are_read_like_short_ones() {
    String filler = "We process information as described in our policy, and so on and so forth. ";
    for (ReplyKind kind : List.of(ReplyKind.REFUSED, ReplyKind.CONFIRMED)) {
      String told =
          kind == ReplyKind.REFUSED
              ? "Your objection has been rejected. "
              : "Your objection has been accepted. ";
      String text = filler.repeat(25) + "\n\n" + told + "\n\n" + filler.repeat(25);
      assertEquals(kind, reader.read(text).kind());
      assertEquals(told.strip(), reader.read(text).evidence().orElseThrow());
    }
  }

  @Test
  void nothing_is_confirmed_by_words_alone() throws IOException {
    List<String> confirmed =
        Files.readAllLines(Path.of("src", "test", "resources", "replies", "never-confirmed.txt"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> mayConfirm(reader.read(line).kind()))
            .toList();
    assertEquals(List.of(), confirmed);
  }

  private static boolean mayConfirm(ReplyKind kind) {
    return kind == ReplyKind.CONFIRMED || kind == ReplyKind.PARTLY_GRANTED;
  }

  /** Whatever the text is: four times the longest input is still read at once. */
  @Test
  void no_text_takes_long() {
    List<String> naughty =
        List.of(
            "we will not ",
            "<a <a <a ",
            ">>>>",
            "From: a\n",
            "please provide a copy of please ",
            "a.b.c.",
            "&amp;&",
            "http://",
            "@@@@",
            "your objection request your objection , ",
            "not if unless may whether and but ",
            "\u202e\u200b\ud83d\ude42",
            "1 1 1 ");
    for (String piece : naughty) {
      String text = piece.repeat(16_000 / piece.length());
      assertTimeout(
          Duration.ofSeconds(10),
          () -> {
            reader.read(text);
            reader.looksLikeReply(text);
          },
          piece);
    }
  }

  @Test
  void an_answer_takes_a_few_milliseconds() {
    List<ReplySamples.Sample> samples = ReplySamples.all();
    samples.forEach(sample -> reader.read(sample.text()));
    long start = System.nanoTime();
    samples.forEach(sample -> reader.read(sample.text()));
    double each = (System.nanoTime() - start) / 1e6 / samples.size();
    System.out.printf("an answer takes %.2f ms%n", each);
    assertTrue(each < 30, () -> each + " ms");
  }
}
