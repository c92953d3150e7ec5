package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.ClaimedEvent;
import bot.optout.store.ConversationKey;
import bot.optout.store.Decision;
import bot.optout.store.NewEvent;
import bot.optout.store.Note;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnansweredTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
  private static final ConversationKey ANNA = new ConversationKey("test", "t", "chat", "anna");
  private static final Note.Question PINTEREST =
      new Note.Question("Does Pinterest train AI on my pins?", "en");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_database_that_is_not_there_is_named_and_not_made() throws IOException {
    assertEquals(2, run("unanswered"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("OPTOUT_DATABASE_URL"));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void shared_questions_come_grouped_with_the_closest_entry_then_the_counts() throws IOException {
    note(
        Clock.offset(CLOCK, Duration.ofDays(-40)),
        new Note.Question("an old one", "en"),
        new Note.Count("unknown"));
    note(
        CLOCK,
        new Note.Question("my name is Bob, is it late", "en"),
        PINTEREST,
        new Note.Question("does pinterest train its AI on my pins", "en"),
        new Note.Count("unknown"),
        new Note.Count("out_of_scope"),
        new Note.Count("up", "too-late"),
        new Note.Count("down", "too-late"),
        new Note.Count("down:wrong", "too-late"),
        new Note.Count("pick", "form-link"),
        new Note.Count("link", "https://www.facebook.com/help/contact/712876720715583"),
        new Note.Count("novelty", "x"));
    assertEquals(0, run("unanswered", "--json"));
    List<JsonNode> lines = lines();
    JsonNode first = lines.get(0);
    assertEquals("questions", first.get("kind").asText());
    assertEquals(2, first.get("count").asInt());
    assertEquals("2026-11-24", first.get("last").asText());
    assertEquals("other-ai", first.get("suggestion").get("entry").asText());
    assertEquals("my name is [name], is it late", lines.get(1).get("question").asText());
    assertEquals(
        List.of(
            "{\"kind\":\"totals\",\"unknown\":1,\"out_of_scope\":1}",
            "{\"kind\":\"entry\",\"entry\":\"too-late\",\"up\":1,\"down\":1,\"picks\":0,"
                + "\"reasons\":{\"wrong\":1}}",
            "{\"kind\":\"entry\",\"entry\":\"form-link\",\"up\":0,\"down\":0,\"picks\":1,"
                + "\"reasons\":{}}",
            "{\"kind\":\"link\",\"url\":\"https://www.facebook.com/help/contact/712876720715583\","
                + "\"broken\":1}",
            "{\"kind\":\"counter\",\"name\":\"novelty\",\"subject\":\"x\",\"count\":1}"),
        lines.subList(2, lines.size()).stream().map(JsonNode::toString).toList());

    out.reset();
    assertEquals(0, run("unanswered"));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.startsWith("Since 2026-10-26: 3 questions that people let you see"), text);
    assertTrue(text.contains("👎 1  👍 1  too-late (wrong 1)"), text);
    assertTrue(text.contains("Picked 1× when the bot had to ask: form-link"), text);
    assertTrue(text.contains("Nothing is learned from this"), text);
    assertFalse(text.contains("an old one"), text);
  }

  @Test
  void a_wrong_key_is_said_and_not_only_lost() throws IOException {
    note(CLOCK, PINTEREST);
    Files.delete(folder.resolve("optout.db.key"));
    assertEquals(1, run("unanswered"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("OPTOUT_ENCRYPTION_KEY"));
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("optout.db");
  }

  private void note(Clock clock, Note... notes) {
    try (Store store = Store.open(StoreConfig.of(url()), clock)) {
      Instant now = clock.instant();
      assertTrue(store.inbox().accept(new NewEvent(now.toString(), ANNA, "{}", now)));
      ClaimedEvent event = store.inbox().claim("test").orElseThrow();
      Decision decision =
          new Decision(
              Optional.empty(),
              Optional.empty(),
              now,
              List.of(),
              List.of(),
              Set.of(),
              Optional.empty(),
              false,
              List.of(notes),
              List.of());
      var conversations = store.conversations(sent -> "");
      assertTrue(conversations.commit(event, conversations.load(ANNA), decision));
    }
  }

  private int run(String... arguments) {
    return new ConsoleMain(
            Map.of("OPTOUT_DATABASE_URL", url()),
            new BufferedReader(new StringReader("")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK)
        .run(arguments);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
