package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsoleMainTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, String input, String... arguments) {
    return new ConsoleMain(
            environment,
            new BufferedReader(new StringReader(input)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK)
        .run(arguments);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void ask_answers_a_line_with_a_sourced_object() throws IOException {
    assertEquals(
        0, run(Map.of(), "is it too late to object?\nwhat is the weather?\n", "ask", "--json"));
    JsonNode late = lines().get(0);
    assertEquals("answer", late.get("decision").asText());
    assertEquals("too-late", late.get("entry").asText());
    assertEquals("2026-11-23", late.get("as_of").asText());
    assertTrue(late.get("checked_on").isNull());
    assertTrue(late.get("text").asText().startsWith("No."));
    assertEquals("EU", late.get("jurisdictions").get(0).asText());
    assertTrue(late.get("sources").get(0).has("publisher"));
    JsonNode weather = lines().get(1);
    assertEquals("out_of_scope", weather.get("decision").asText());
    assertTrue(weather.get("entry").isNull());
    assertEquals(0, weather.get("sources").size());
  }

  @Test
  void ask_takes_the_question_from_the_command_line_too() {
    assertEquals(0, run(Map.of(), "", "ask", "is", "it", "too", "late", "to", "object?"));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("No."));
  }

  @Test
  void ask_tells_a_wish_to_draft_from_a_question_and_from_small_talk() throws IOException {
    run(Map.of(), "draft pls, instagram, im in lyon\nhello\n", "ask", "--json");
    assertEquals("draft", lines().get(0).get("decision").asText());
    assertEquals("smalltalk", lines().get(1).get("decision").asText());
  }

  @Test
  void chat_speaks_json_with_several_conversations_and_a_clock() throws IOException {
    String input =
        """
        {"conversation":"c1","text":"draft instagram, im in lyon"}
        {"conversation":"c2","command":"/start"}
        {"conversation":"c1","press":"reason:none"}
        {"at":"2026-12-01T09:00:01Z"}
        {"conversation":"c1","edit":"hello"}
        """;
    assertEquals(0, run(Map.of(), input, "chat", "--json"));
    List<JsonNode> lines = lines();
    assertEquals("c1", lines.get(0).get("conversation").asText());
    assertEquals(
        "reason:none",
        lines.get(0).get("messages").get(0).get("choices").get(0).get("id").asText());
    assertEquals("c2", lines.get(1).get("conversation").asText());
    assertTrue(lines.get(2).get("messages").get(0).get("text").asText().contains("Your name?"));
    assertEquals("c1", lines.get(3).get("conversation").asText(), "the draft ended");
    assertEquals("2026-12-01T09:00:01Z", lines.get(4).get("at").asText());
    assertEquals(1, lines.get(5).get("messages").size());
  }

  @Test
  void chat_hands_out_the_letter_as_a_file() throws IOException {
    String input =
        """
        {"conversation":"c1","text":"draft instagram, im in lyon"}
        {"conversation":"c1","press":"reason:none"}
        {"conversation":"c1","text":"Zoë Łukasz"}
        {"conversation":"c1","text":"skip"}
        {"conversation":"c1","text":"skip"}
        {"conversation":"c1","press":"review:take"}
        """;
    assertEquals(0, run(Map.of(), input, "chat", "--json"));
    JsonNode file = lines().get(5).get("messages").get(0).get("attachments").get(0);
    assertEquals("objection.txt", file.get("name").asText());
    assertEquals("text/plain", file.get("media_type").asText());
    String letter =
        new String(Base64.getDecoder().decode(file.get("base64").asText()), StandardCharsets.UTF_8);
    assertTrue(letter.startsWith("Zoë Łukasz\n"));
    assertTrue(letter.contains("Art. 21(1) GDPR"));
  }

  @Test
  void bad_json_is_answered_with_an_error_and_changes_nothing() throws IOException {
    assertEquals(
        0,
        run(
            Map.of(),
            "nonsense\n{\"text\":\"hi\"}\n{\"at\":\"noon\"}\n[1]\n{\"conversation\":\"c\"}\n",
            "chat",
            "--json"));
    lines().forEach(line -> assertTrue(line.has("error"), line.toString()));
    assertEquals(5, lines().size());
  }

  @Test
  void a_person_chats_with_numbers_and_words() {
    assertEquals(0, run(Map.of(), "1\n1\ninsta\n/cancel\n/quit\nnever read\n", "chat"));
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("Where do you live?"));
    assertTrue(said.contains("Which accounts is it about?"));
    assertTrue(said.contains("Do you want to give a reason?"));
    assertTrue(said.contains("Stopped."));
  }

  @Test
  void a_chat_kept_in_a_database_goes_on_after_a_restart(@TempDir Path folder) throws IOException {
    Map<String, String> environment =
        Map.of("OPTOUT_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("chat.db"));
    run(
        environment,
        "{\"conversation\":\"c1\",\"text\":\"draft instagram france\"}\n",
        "chat",
        "--json");
    out.reset();
    run(environment, "{\"conversation\":\"c1\",\"text\":\"no reason\"}\n", "chat", "--json");
    assertTrue(lines().get(0).get("messages").get(0).get("text").asText().contains("Your name?"));
  }

  @Test
  void an_empty_database_variable_names_none() {
    run(
        Map.of("OPTOUT_DATABASE_URL", ""),
        "{\"conversation\":\"c1\",\"text\":\"hi\"}\n",
        "chat",
        "--json");
    assertFalse(Files.exists(Path.of("optout.db")), "nothing is kept in the terminal");
  }

  @Test
  void check_is_content_with_the_defaults() {
    assertEquals(0, run(Map.of(), "", "--check"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("ok: content "));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void check_says_everything_that_is_wrong_at_once(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("sources.yaml"), "nonsense: [");
    Map<String, String> environment =
        Map.of(
            "OPTOUT_ADMIN_PORT", "seventy",
            "OPTOUT_RETENTION_DRAFT_DAYS", "-1",
            "OPTOUT_CONTENT_DIR", folder.toString());
    assertEquals(2, run(environment, "", "check"));
    String problems = err.toString(StandardCharsets.UTF_8);
    assertTrue(problems.contains("OPTOUT_ADMIN_PORT"), problems);
    assertTrue(problems.contains("OPTOUT_RETENTION_DRAFT_DAYS"), problems);
    assertTrue(problems.contains("sources.yaml"), problems);
    assertFalse(problems.contains("seventy"), "a value may be a secret in the wrong place");
  }

  @Test
  void a_database_that_cannot_be_opened_is_lost_machinery(@TempDir Path folder) {
    Map<String, String> environment =
        Map.of("OPTOUT_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("no/such/folder/x.db"));
    assertEquals(1, run(environment, "", "chat"));
  }

  @Test
  void an_unknown_command_is_refused_with_usage() {
    assertEquals(2, run(Map.of(), "", "dance"));
  }
}
