package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.ConversationKey;
import bot.optout.store.NewEvent;
import bot.optout.store.PostgresServer;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AsideTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void what_was_set_aside_is_listed_and_shown_only_when_asked_for() {
    setAside(StoreConfig.of(url()));
    assertEquals(0, run("aside"));
    assertTrue(printed().contains("telegram 2026-11-24T10:00:00Z"), printed());
    assertFalse(printed().contains("odd"), printed());
    assertEquals(0, run("aside", "--raw"));
    assertTrue(printed().contains("odd {"), printed());
  }

  @Test
  void faults_of_the_content_are_no_hindrance() {
    setAside(StoreConfig.of(url()));
    Map<String, String> faulty =
        Map.of("OPTOUT_DATABASE_URL", url(), "OPTOUT_CONTENT_DIR", folder.resolve("no").toString());
    assertEquals(0, run(faulty, "aside"));
    assertTrue(printed().contains("telegram 2026-11-24T10:00:00Z"), printed());
  }

  @Test
  void a_server_is_asked_like_a_file() {
    StoreConfig server = PostgresServer.newDatabase();
    setAside(server);
    assertEquals(0, run(PostgresServer.environment(server), "aside"));
    assertTrue(printed().contains("telegram 2026-11-24T10:00:00Z"), printed());
  }

  private static void setAside(StoreConfig database) {
    try (Store store = Store.open(database, CLOCK)) {
      ConversationKey nobody = new ConversationKey("telegram", "1", "", "");
      assertTrue(store.inbox().keepAside(new NewEvent("k", nobody, "odd {", CLOCK.instant())));
    }
  }

  private int run(String... arguments) {
    return run(Map.of("OPTOUT_DATABASE_URL", url()), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new ConsoleMain(
            environment,
            new BufferedReader(Reader.nullReader()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            CLOCK)
        .run(arguments);
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("kept.db");
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
