package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.ConversationKey;
import bot.optout.store.NewEvent;
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
    try (Store store = Store.open(StoreConfig.of(url()), CLOCK)) {
      ConversationKey nobody = new ConversationKey("telegram", "1", "", "");
      store.inbox().keepAside(new NewEvent("k", nobody, "odd {", CLOCK.instant()));
    }
    assertEquals(0, run("aside"));
    assertTrue(printed().contains("telegram 2026-11-24T10:00:00Z"), printed());
    assertFalse(printed().contains("odd"), printed());
    assertEquals(0, run("aside", "--raw"));
    assertTrue(printed().contains("odd {"), printed());
  }

  private int run(String... arguments) {
    return new ConsoleMain(
            Map.of("OPTOUT_DATABASE_URL", url()),
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
