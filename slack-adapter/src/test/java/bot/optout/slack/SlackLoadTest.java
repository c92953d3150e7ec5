package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 500 people at once: nothing lost, order kept, and everything acknowledged in time while the
 * answers, which Slack takes its time over, pile up. {@code mvn -Pdeep -pl slack-adapter test
 * -Dtest=SlackLoadTest}
 */
@Tag("deep")
@Timeout(600)
final class SlackLoadTest {
  private static final int PEOPLE = 500;
  private static final List<String> SAID = List.of("draft", "France", "instagram", "no reason");
  private static final List<String> ANSWERED =
      List.of(
          "Where do you live?",
          "Which accounts is it about?",
          "Do you want to give a reason?",
          "Your name?");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(RunningAdapter.Way.class)
  void everybody_speaks_at_once(RunningAdapter.Way way) throws Exception {
    TestContent.real();
    try (FakeSlack slack = FakeSlack.start(Duration.ofSeconds(60));
        Store store =
            Store.open(
                new StoreConfig(
                    "jdbc:sqlite:" + folder.resolve(way + ".db"),
                    Optional.empty(),
                    Optional.empty(),
                    StoreConfig.LEASE),
                Clock.systemUTC());
        RunningAdapter adapter =
            new RunningAdapter(
                slack, Clock.systemUTC(), TestContent::real, Duration.ofSeconds(10));
        Bot bot =
            new Bot(
                new BotConfig(SlackEvents.PLATFORM, "", 7, 1_000, 4, 16),
                TestContent::real,
                store,
                adapter.sender(new Pace(Clock.systemUTC(), Duration.ZERO, 1)),
                Clock.systemUTC(),
                new Random(1),
                Tally.NONE)) {
      slack.slowDown("chat.postMessage", Duration.ofMillis(30));
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(i -> new FakePerson(slack, "U0L" + i)).toList();
      adapter.listen(way, bot::accept);
      if (way == RunningAdapter.Way.SOCKET) {
        slack.await("connected", adapter.health::isConnected);
      }
      bot.start();
      long begun = System.nanoTime();
      List<Long> waits = new ArrayList<>();
      slack.timing(waits);
      for (String text : SAID) {
        for (FakePerson person : people) {
          person.say(text);
        }
      }
      slack.awaitAcknowledged();
      long acknowledged = System.nanoTime();
      int all = PEOPLE * SAID.size();
      slack.awaitLong("every answer", () -> slack.calls("chat.postMessage").size() >= all);
      long end = System.nanoTime();
      people.forEach(person -> inOrder(slack, person));
      List<Long> sorted = waits.stream().sorted().toList();
      System.out.printf(
          "%s: %d events from %d people; acknowledged in %d ms (%.0f/s), p50 %d ms, p99 %d ms; answered in %d ms%n",
          way,
          all,
          PEOPLE,
          (acknowledged - begun) / 1_000_000,
          all / ((acknowledged - begun) / 1e9),
          sorted.get(sorted.size() / 2) / 1_000_000,
          sorted.get(sorted.size() * 99 / 100) / 1_000_000,
          (end - begun) / 1_000_000);
      assertEquals(all, waits.size());
      assertEquals(List.of(), slack.wire().complaints());
      assertEquals(all, slack.calls("chat.postMessage").size());
    }
  }

  /** At 100 events a second, which is what 500 people who type do, with the same slow answers. */
  @ParameterizedTest
  @EnumSource(RunningAdapter.Way.class)
  void acknowledging_is_quick_while_everything_else_is_slow(RunningAdapter.Way way)
      throws Exception {
    TestContent.real();
    try (FakeSlack slack = FakeSlack.start(Duration.ofSeconds(60));
        Store store =
            Store.open(
                new StoreConfig(
                    "jdbc:sqlite:" + folder.resolve("slow" + way + ".db"),
                    Optional.empty(),
                    Optional.empty(),
                    StoreConfig.LEASE),
                Clock.systemUTC());
        RunningAdapter adapter =
            new RunningAdapter(
                slack, Clock.systemUTC(), TestContent::real, Duration.ofSeconds(10));
        Bot bot =
            new Bot(
                new BotConfig(SlackEvents.PLATFORM, "", 7, 1_000, 4, 16),
                TestContent::real,
                store,
                adapter.sender(new Pace(Clock.systemUTC(), Duration.ZERO, 1)),
                Clock.systemUTC(),
                new Random(1),
                Tally.NONE)) {
      slack.slowDown("chat.postMessage", Duration.ofMillis(500));
      slack.slowDown("users.info", Duration.ofMillis(500));
      List<FakePerson> people =
          IntStream.range(0, PEOPLE).mapToObj(i -> new FakePerson(slack, "U0L" + i)).toList();
      adapter.listen(way, bot::accept);
      if (way == RunningAdapter.Way.SOCKET) {
        slack.await("connected", adapter.health::isConnected);
      }
      bot.start();
      List<Long> waits = new ArrayList<>();
      slack.timing(waits);
      long next = System.nanoTime();
      for (int i = 0; i < 2 * PEOPLE; i++) {
        people.get(i % PEOPLE).say("is it too late?");
        next += 10_000_000;
        while (System.nanoTime() < next) {
          java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
        }
      }
      slack.awaitAcknowledged();
      List<Long> sorted = waits.stream().sorted().toList();
      long p99 = sorted.get(sorted.size() * 99 / 100) / 1_000_000;
      System.out.printf(
          "%s, slow: %d events at 100/s, acknowledged p50 %d ms, p99 %d ms, most %d ms%n",
          way,
          sorted.size(),
          sorted.get(sorted.size() / 2) / 1_000_000,
          p99,
          sorted.get(sorted.size() - 1) / 1_000_000);
      assertTrue(p99 < 500, "p99 " + p99 + " ms");
    }
  }

  private static void inOrder(FakeSlack slack, FakePerson person) {
    List<String> texts =
        slack.workspace().messages().stream()
            .filter(FakeMessage::fromBot)
            .filter(message -> message.channel().equals(person.directChannel()))
            .sorted(Comparator.comparing(FakeMessage::ts))
            .map(FakeMessage::words)
            .toList();
    assertEquals(ANSWERED.size(), texts.size(), texts::toString);
    for (int i = 0; i < texts.size(); i++) {
      String expected = ANSWERED.get(i);
      assertTrue(texts.get(i).contains(expected), texts::toString);
    }
  }
}
