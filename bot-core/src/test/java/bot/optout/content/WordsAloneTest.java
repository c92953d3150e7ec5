package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot says, as a screen reader says it: no emoji, no signs, no columns. */
final class WordsAloneTest {
  private static final Path DIALOGUES = Path.of("src/test/resources/transcripts");
  private static final Pattern BUTTON = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern BUTTONS = Pattern.compile("\\s*(\\[[^\\]]*\\]\\s*)+");

  /** Borders, or columns kept apart by spaces. */
  private static final Pattern TABLE = Pattern.compile(".*(\\|.*\\||[-=+]{4,}|\\S {3,}\\S).*");

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void every_phrase_says_something_without_its_signs(String language) throws IOException {
    List<String> mute = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(
            WordsAloneTest.class.getResourceAsStream("/content/" + language + "/phrases.yaml"))) {
      for (Map.Entry<String, JsonNode> phrase : new YAMLMapper().readTree(file).properties()) {
        for (String text : texts(phrase.getValue())) {
          if (words(text).isEmpty() || text.lines().anyMatch(WordsAloneTest::isTable)) {
            mute.add(phrase.getKey() + ": " + text);
          }
        }
      }
    }
    assertEquals(List.of(), mute);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isValueNode()) {
      texts.add(node.asText());
    }
    node.forEach(part -> texts.addAll(texts(part)));
    return texts;
  }

  @Test
  void every_message_says_something_and_its_buttons_differ_in_words() throws IOException {
    List<String> faults = new ArrayList<>();
    int messages = 0;
    for (Path dialogue : dialogues()) {
      for (List<String> message : said(Files.readAllLines(dialogue))) {
        messages++;
        faults(message).forEach(fault -> faults.add(dialogue.getFileName() + ": " + fault));
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(messages > 1_000, "only " + messages + " messages");
  }

  @Test
  void what_is_looked_for_would_be_found() {
    assertEquals(1, faults(List.of("👍")).size());
    assertEquals(1, faults(List.of("Was it good?", "     [👍] [👎]")).size());
    assertEquals(1, faults(List.of("Was it good?", "     [👍 Yes] [👎 Yes]")).size());
    assertEquals(1, faults(List.of("a | b | c")).size());
    assertEquals(1, faults(List.of("Country     Days")).size());
    assertEquals(0, faults(List.of("Was it good?", "     [👍 Yes] [👎 No]")).size());
  }

  private static List<String> faults(List<String> message) {
    List<String> faults = new ArrayList<>();
    List<String> labels = labels(message);
    if (words(String.join("\n", message)).isEmpty()) {
      faults.add("no words in " + message);
    } else if (labels.contains("") || new HashSet<>(labels).size() < labels.size()) {
      faults.add("buttons that cannot be told apart: " + labels);
    }
    message.stream()
        .map(String::strip)
        .filter(WordsAloneTest::isTable)
        .forEach(line -> faults.add("a table: " + line));
    return faults;
  }

  /** Buttons stand in the last line; above it brackets are places to fill in. */
  private static List<String> labels(List<String> message) {
    return message.stream()
        .filter(line -> !line.isBlank())
        .reduce((one, later) -> later)
        .filter(line -> BUTTONS.matcher(line).matches())
        .map(line -> BUTTON.matcher(line).results().map(found -> words(found.group(1))).toList())
        .orElse(List.of());
  }

  private static boolean isTable(String line) {
    Matcher table = TABLE.matcher(line);
    return table.matches();
  }

  /** Letters and digits, which is what is read out for certain; a slot counts as a word. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isLetterOrDigit(point) ? point : ' ')
        .forEach(words::appendCodePoint);
    return String.join(
        " ", Arrays.stream(words.toString().split(" ")).filter(w -> !w.isEmpty()).toList());
  }

  /** The lines of every message of the bot's, buttons included. */
  private static List<List<String>> said(List<String> dialogue) {
    List<List<String>> messages = new ArrayList<>();
    boolean bot = false;
    for (String line : dialogue) {
      if (line.startsWith("Bot:")) {
        bot = true;
        messages.add(new ArrayList<>(List.of(line.substring(4))));
      } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        bot = false;
      } else if (bot) {
        messages.get(messages.size() - 1).add(line);
      }
    }
    return messages;
  }

  private static List<Path> dialogues() throws IOException {
    try (Stream<Path> files = Files.walk(DIALOGUES)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
