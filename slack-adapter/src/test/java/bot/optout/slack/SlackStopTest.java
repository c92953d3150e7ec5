package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.ExitCode;
import bot.optout.process.KillableProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while Slack takes messages and never answers. */
@Tag("deep")
@Timeout(240)
final class SlackStopTest {
  @TempDir private Path folder;

  @Test
  void it_ends_in_time_and_nothing_is_lost() throws Exception {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.fault("chat.postMessage", new Fault.Silence());
      FakePerson ana = new FakePerson(slack, "U0ANA");
      try (KillableProgram program = start(slack)) {
        ana.say("draft");
        slack.awaitLong("a message", () -> !slack.calls("chat.postMessage").isEmpty());
        ana.say("France");
        slack.awaitAcknowledged();
        long before = System.nanoTime();
        assertEquals(ExitCode.DONE, program.terminate(), this::log);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        System.out.println("stopped after " + took.toMillis() + " ms");
        assertTrue(took.compareTo(Duration.ofSeconds(12)) < 0, took::toString);
      }
      try (KillableProgram again = start(slack)) {
        slack.awaitLong(
            "the next question",
            () -> texts(slack).stream().anyMatch(text -> text.startsWith("Which accounts")));
        assertEquals(ExitCode.DONE, again.terminate());
      }
      // What hung was done, which nobody could know: it may stand there twice.
      assertTrue(texts(slack).size() <= 3, texts(slack)::toString);
      assertTrue(texts(slack).get(0).startsWith("Where do you live?"), texts(slack)::toString);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log.txt"));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static List<String> texts(FakeSlack slack) {
    return slack.workspace().shownTo("U0ANA").stream().map(FakeMessage::words).toList();
  }

  private KillableProgram start(FakeSlack slack) {
    return KillableProgram.start(
        SlackMain.class.getName(),
        List.of(),
        slack.environment("jdbc:sqlite:" + folder.resolve("stop.db")),
        folder.resolve("log.txt"));
  }
}
