package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.content.TestContent;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.PlatformReplay;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every golden dialogue, through the adapter and a strict Slack, in direct messages. */
@Execution(ExecutionMode.CONCURRENT)
final class SlackTranscriptTest {
  @TestFactory
  Stream<DynamicTest> every_dialogue_reads_the_same_in_slack() {
    return PlatformReplay.of(language -> new Replay(language, RunningAdapter.Way.SOCKET));
  }

  /** Every second one in the build, all of them with {@code -Pdeep}. */
  @TestFactory
  Stream<DynamicTest> every_dialogue_reads_the_same_by_http() {
    List<DynamicTest> all =
        PlatformReplay.of(language -> new Replay(language, RunningAdapter.Way.HTTP)).toList();
    return IntStream.range(0, all.size())
        .filter(i -> i % 2 == 0 || Boolean.getBoolean("deep"))
        .mapToObj(all::get);
  }

  private static final class Replay implements PlatformReplay.PlatformChat {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final FakeSlack slack = started();
    private final Store store = Store.open(StoreConfig.inMemory(), clock);
    private final RunningAdapter adapter =
        new RunningAdapter(slack, clock, TestContent::get, Duration.ofSeconds(10));
    private volatile Bot bot = adapter.bot(store, TestContent::get);
    private final SlackChat chat =
        new SlackChat(
            slack,
            new FakePerson(slack, "U0ANA"),
            this::settle,
            this::restarted,
            time -> this.waited(time));

    /** People have set the language of the dialogue in Slack. */
    Replay(String language, RunningAdapter.Way way) {
      slack.workspace().speak(language);
      slack.workspace().keepZones();
      adapter.listen(way, incoming -> bot.accept(incoming));
    }

    private static FakeSlack started() {
      try {
        return FakeSlack.start();
      } catch (Exception trouble) {
        throw new IllegalStateException(trouble);
      }
    }

    private void settle() {
      try {
        slack.awaitAcknowledged();
      } catch (InterruptedException trouble) {
        Thread.currentThread().interrupt();
      }
      bot.runDue();
    }

    private void restarted() {
      bot.close();
      bot = adapter.bot(store, TestContent::get);
      bot.runDue();
    }

    private void waited(Duration time) {
      clock.advance(time);
      bot.runDue();
      store.expire(clock.instant());
    }

    @Override
    public void say(String text) {
      chat.say(text);
    }

    @Override
    public void press(String label) {
      chat.press(label);
    }

    @Override
    public void command(String line) {
      chat.command(line);
    }

    @Override
    public void restart() {
      chat.restart();
    }

    @Override
    public boolean block() {
      return chat.block();
    }

    @Override
    public void edit(String text) {
      chat.edit(text);
    }

    @Override
    public void photo() {
      chat.photo();
    }

    @Override
    public void pass(Duration time) {
      chat.pass(time);
    }

    @Override
    public List<String> received() {
      return chat.received();
    }

    @Override
    public List<String> refusals() {
      return slack.refusals();
    }

    @Override
    public void close() {
      adapter.close();
      bot.close();
      store.close();
      slack.close();
    }
  }
}
