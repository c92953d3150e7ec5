package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import bot.optout.telegram.FakePeople.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while Telegram takes messages and never answers. */
@Tag("deep")
@Timeout(240)
final class TelegramStopTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void it_ends_in_time_and_what_hung_is_sent_after_the_next_start() {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      telegram.fault("sendMessage", Fault.hang());
      try (KillableProgram program = start(telegram)) {
        new FakePeople(telegram).say(ANA, "draft");
        telegram.await(() -> !telegram.calls("sendMessage").isEmpty(), PATIENCE);
        long before = System.nanoTime();
        assertEquals(ExitCode.DONE, program.terminate());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        System.out.println("stopped after " + took.toMillis() + " ms");
        assertTrue(took.compareTo(Duration.ofSeconds(12)) < 0, took::toString);
      }
      assertEquals(List.of(), telegram.messages(ANA.id()));
      try (KillableProgram again = start(telegram)) {
        telegram.await(() -> !telegram.messages(ANA.id()).isEmpty(), PATIENCE);
        assertEquals(ExitCode.DONE, again.terminate());
      }
      assertEquals(1, telegram.messages(ANA.id()).size());
      assertTrue(telegram.messages(ANA.id()).get(0).text().startsWith("Where do you live?"));
    }
  }

  private KillableProgram start(FakeTelegram telegram) {
    return KillableProgram.start(
        TelegramMain.class.getName(),
        List.of(),
        telegram.environment("jdbc:sqlite:" + folder.resolve("stop.db")),
        folder.resolve("log.txt"));
  }
}
