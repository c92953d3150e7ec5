package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.knowledge.HashedWords;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {
  private static final String TRAIN =
      """
      # A remark.
      deadline\tis there a deadline
      deadline\twhat is the last date
      address\twhere do i send the letter
      address\tpostal address of the company
      oos\tbake some bread
      oos\tplay music
      """;

  @TempDir Path folder;

  @Test
  void counts_what_is_right() throws IOException {
    EvalReport report =
        run("deadline\tis there any deadline\naddress\tthe postal address\noos\tbake bread\n");
    JsonNode json = new ObjectMapper().readTree(report.json());

    assertEquals(3, json.path("n").asInt());
    assertEquals(1, json.path("accuracy").asDouble());
    assertEquals(1, json.path("accuracy_top3").asDouble());
    assertEquals(1, json.path("auroc").asDouble());
    assertEquals(1, json.path("oos_recall_at_95").asDouble());
    assertTrue(json.path("ms_p50").asDouble() <= json.path("ms_p95").asDouble());
  }

  @Test
  void what_cannot_be_known_is_null() throws IOException {
    JsonNode json = new ObjectMapper().readTree(run("deadline\tis there any deadline\n").json());

    assertTrue(json.path("auroc").isNull());
    assertTrue(json.path("oos_recall_at_95").isNull());
    assertTrue(json.path("oos_recall").isNull());
  }

  @Test
  void bad_lines_are_told_by_their_number() {
    assertBad(":2: no tab", "a\tb\nno tab here\n");
    assertBad(":1: no label", "\ttext\n");
    assertBad(":1: no text", "label\t \n");
    assertBad(": there is no line", "\n\n");
  }

  @Test
  void a_file_that_is_not_utf8_is_refused() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "a\t\u00fc".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(bad(file).contains("not UTF-8"));
  }

  @Test
  void auroc_counts_equal_scores_half() {
    EvalScores scores = new EvalScores(DoubleStream.of(0.9, 0.5), DoubleStream.of(0.5, 0.1));
    assertEquals(OptionalDouble.of(0.875), scores.auroc());
  }

  @Test
  void the_line_lets_95_of_100_pass() {
    EvalScores scores =
        new EvalScores(DoubleStream.iterate(1, it -> it + 1).limit(100), DoubleStream.of(5, 6, 7));
    assertEquals(6, scores.line());
    assertEquals(OptionalDouble.of(1 / 3.0), scores.rejectedBelow(6));
  }

  @Test
  void a_slip_changes_one_word_and_is_the_same_for_the_same_seed() {
    String text = "what is the deadline";
    assertEquals(EvalTypo.in(text, new Random(3)), EvalTypo.in(text, new Random(3)));
    assertEquals("a b", EvalTypo.in("a b", new Random(3)));
  }

  private EvalReport run(String test) throws IOException {
    EvalSet train = EvalSet.read(file("train.tsv", TRAIN));
    return Eval.of(train, Optional.empty(), HashedWords.model())
        .run(EvalSet.read(file("test.tsv", test)));
  }

  private void assertBad(String message, String content) {
    try {
      String said = bad(file("bad.tsv", content));
      assertTrue(said.contains(message), said);
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }

  private static String bad(Path file) {
    return String.valueOf(
        assertThrows(EvalSet.BadSet.class, () -> EvalSet.read(file)).getMessage());
  }

  private Path file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), List.of(content.split("\n", -1)));
  }
}
