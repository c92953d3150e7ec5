package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.Content;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.PlatformReplay;
import bot.optout.transcript.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every golden dialogue, through the adapter and a strict Slack, in direct messages. */
final class SlackTranscriptTest {
  @TestFactory
  Stream<DynamicTest> every_dialogue_reads_the_same_in_slack() {
    return PlatformReplay.of(Replay::new);
  }

  private static final class Replay implements PlatformReplay.PlatformChat {
    private final String language;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final FakeSlack slack = started();
    private final SlackClient client = RunningAdapter.client(slack, Duration.ofSeconds(10));
    private final SlackHealth health = RunningAdapter.health();
    private final Store store = Store.open(StoreConfig.inMemory(), clock);
    private final SlackSender sender =
        new SlackSender(
            client, new Pace(Clock.systemUTC(), Duration.ZERO, 1), new ResponseUrls(clock), health);
    private volatile Bot bot;
    private final RunningAdapter adapter;
    private final SlackChat chat =
        new SlackChat(
            slack,
            new FakePerson(slack, "U0ANA"),
            this::settle,
            this::restarted,
            time -> this.waited(time));

    /** Slack tells no language, so the workspace's own is the default, as its operator sets it. */
    Replay(String language) {
      this.language = language;
      this.bot = newBot();
      this.adapter = RunningAdapter.start(client, health, incoming -> bot.accept(incoming));
    }

    private Bot newBot() {
      return new Bot(
          new BotConfig(SlackEvents.PLATFORM, "", 7, 30, 1, 1),
          this::content,
          store,
          sender,
          clock,
          new Random(1),
          Tally.NONE);
    }

    private Content content() {
      Content real = TestContent.real();
      return new Content(real.version(), language, real.scripts(), real.tongues(), real.warnings());
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
      bot = newBot();
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
      client.close();
      store.close();
      slack.close();
    }
  }
}
