package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.console.ConsoleMain;
import bot.optout.process.KillableProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two platforms' processes on one database file: each has its own turns, none waits in vain. */
@Timeout(180)
final class SharedDatabaseTest {
  private static final int PEOPLE = 20;

  @TempDir private Path folder;

  @Test
  void two_processes_of_two_platforms_share_a_file() throws Exception {
    String database = "jdbc:sqlite:" + folder.resolve("shared.db");
    try (FakeSlack slack = FakeSlack.start();
        KillableProgram adapter =
            KillableProgram.start(
                SlackMain.class.getName(),
                List.of(),
                Map.of(
                    "SLACK_BOT_TOKEN",
                    FakeSlack.BOT_TOKEN,
                    "SLACK_APP_TOKEN",
                    FakeSlack.APP_TOKEN,
                    "SLACK_API_URL",
                    slack.apiUrl(),
                    "OPTOUT_ADMIN_PORT",
                    "0",
                    "OPTOUT_DATABASE_URL",
                    database),
                folder.resolve("slack.txt"));
        KillableProgram terminal =
            KillableProgram.start(
                ConsoleMain.class.getName(),
                List.of("chat", "--json"),
                Map.of("OPTOUT_DATABASE_URL", database),
                folder.resolve("terminal.txt"))) {
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0S" + id)).toList();
      people.forEach(person -> person.say("draft instagram france"));
      assertEquals(0, terminal.feed(lines()));
      slack.await("answers in Slack", () -> slack.calls("chat.postMessage").size() >= PEOPLE);
      assertTrue(adapter.isRunning());
      assertEquals(PEOPLE, slack.calls("chat.postMessage").size());
      List<String> printed =
          Files.readAllLines(folder.resolve("terminal.txt")).stream()
              .filter(line -> line.startsWith("{\"conversation\""))
              .toList();
      assertEquals(2 * PEOPLE, printed.size());
      assertTrue(printed.stream().noneMatch(line -> line.contains("\"messages\":[]")));
    }
  }

  private static String lines() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(
            id ->
                "{\"conversation\":\"c%d\",\"text\":\"draft facebook spain\"}\n".formatted(id)
                    + "{\"conversation\":\"c%d\",\"text\":\"no reason\"}\n".formatted(id))
        .collect(Collectors.joining());
  }
}
