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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 500 people at once, four times: nothing lost, order kept, and everything acknowledged in time
 * while the answers, which Slack takes its time over, pile up. {@code mvn -Pdeep -pl slack-adapter
 * test -Dtest=SlackLoadTest}
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
    try (Load load = new Load(way, folder)) {
      load.slack.slowDown("chat.postMessage", Duration.ofMillis(30));
      load.begin();
      long begun = System.nanoTime();
      for (String text : SAID) {
        for (FakePerson person : load.people) {
          person.say(text);
        }
        // Requests side by side may overtake each other; what one person says does not.
        load.slack.awaitLong("acknowledged", () -> load.slack.wire().allAcknowledged());
      }
      long acknowledged = System.nanoTime();
      int all = PEOPLE * SAID.size();
      load.slack.awaitLong("every answer", () -> load.answers() >= all);
      long end = System.nanoTime();
      load.people.forEach(person -> inOrder(load.slack, person));
      System.out.printf(
          "%s, all at once: %d events from %d people; %s; all acknowledged in %d ms (%.0f/s),"
              + " answered in %d ms%n",
          way,
          all,
          PEOPLE,
          load.acknowledged(),
          (acknowledged - begun) / 1_000_000,
          all / ((acknowledged - begun) / 1e9),
          (end - begun) / 1_000_000);
      assertEquals(all, load.waits.size());
      assertEquals(List.of(), load.slack.wire().complaints());
      assertEquals(all, load.answers());
    }
  }

  /** At 100 events a second, which is what 500 people who type do, with the same slow answers. */
  @ParameterizedTest
  @EnumSource(RunningAdapter.Way.class)
  void acknowledging_is_quick_while_everything_else_is_slow(RunningAdapter.Way way)
      throws Exception {
    try (Load load = new Load(way, folder)) {
      load.slack.slowDown("chat.postMessage", Duration.ofMillis(500));
      load.slack.slowDown("users.info", Duration.ofMillis(500));
      load.begin();
      long next = System.nanoTime();
      for (int i = 0; i < 2 * PEOPLE; i++) {
        load.people.get(i % PEOPLE).say("is it too late?");
        next += 10_000_000;
        while (System.nanoTime() < next) {
          LockSupport.parkNanos(next - System.nanoTime());
        }
      }
      load.slack.awaitAcknowledged();
      System.out.printf("%s, 100 events a second, all slow: %s%n", way, load.acknowledged());
      assertEquals(2 * PEOPLE, load.waits.size());
      assertTrue(load.wait(99) < 500, () -> "p99 " + load.wait(99) + " ms");
    }
  }

  /** 500 people, the bot, and a fake Slack that notes how long it waits for each answer. */
  private static final class Load implements AutoCloseable {
    final FakeSlack slack;
    final List<FakePerson> people;
    final List<Long> waits = new ArrayList<>();
    private final Store store;
    private final RunningAdapter adapter;
    private final Bot bot;
    private final RunningAdapter.Way way;

    Load(RunningAdapter.Way way, Path folder) throws Exception {
      this.way = way;
      slack = FakeSlack.start(Duration.ofSeconds(60));
      people = IntStream.range(0, PEOPLE).mapToObj(i -> new FakePerson(slack, "U0L" + i)).toList();
      store =
          Store.open(
              new StoreConfig(
                  "jdbc:sqlite:" + folder.resolve("load.db"),
                  Optional.empty(),
                  Optional.empty(),
                  StoreConfig.LEASE),
              Clock.systemUTC());
      adapter =
          new RunningAdapter(slack, Clock.systemUTC(), TestContent::get, Duration.ofSeconds(10));
      bot =
          new Bot(
              new BotConfig(SlackEvents.PLATFORM, "", 7, 30, 1_000, 4, 16),
              TestContent::get,
              store,
              adapter.sender(new SendPace(Clock.systemUTC(), Duration.ZERO, 1)),
              adapter.people,
              Clock.systemUTC(),
              new Random(1),
              Tally.NONE);
    }

    void begin() throws InterruptedException {
      TestContent.get();
      adapter.listen(way, bot::accept);
      if (way == RunningAdapter.Way.SOCKET) {
        slack.await("connected", adapter.health::isConnected);
      }
      bot.start();
      slack.timing(waits);
    }

    int answers() {
      return slack.calls("chat.postMessage").size();
    }

    /** So many of a hundred waited at most that long, in milliseconds. */
    long wait(int percent) {
      List<Long> sorted = waits.stream().sorted().toList();
      return sorted.get(Math.min(sorted.size() * percent / 100, sorted.size() - 1)) / 1_000_000;
    }

    String acknowledged() {
      return "acknowledged p50 %d ms, p99 %d ms, most %d ms"
          .formatted(wait(50), wait(99), wait(100));
    }

    @Override
    public void close() {
      adapter.close();
      bot.close();
      store.close();
      slack.close();
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
