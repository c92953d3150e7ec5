package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.console.ConsoleMain;
import bot.optout.content.TestContent;
import bot.optout.process.KillableProgram;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Store store =
            Store.open(
                new StoreConfig(database, Optional.empty(), Optional.empty(), StoreConfig.LEASE),
                Clock.systemUTC());
        RunningAdapter adapter = RunningAdapter.of(slack);
        Bot bot = adapter.bot(store, TestContent::get);
        KillableProgram terminal =
            KillableProgram.start(
                ConsoleMain.class.getName(),
                List.of("chat", "--json"),
                Map.of("OPTOUT_DATABASE_URL", database),
                folder.resolve("terminal.txt"))) {
      adapter.listen(RunningAdapter.Way.SOCKET, bot::accept);
      bot.start();
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(id -> new FakePerson(slack, "U0S" + id)).toList();
      people.forEach(person -> person.say("draft instagram france"));
      assertEquals(0, terminal.feed(lines()));
      slack.await("answers in Slack", () -> slack.calls("chat.postMessage").size() >= PEOPLE);
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
