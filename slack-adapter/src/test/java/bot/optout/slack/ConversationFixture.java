package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.content.TestContent;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A bot that listens to a fake Slack, a person, and short ways to try things. */
@Timeout(60)
abstract class ConversationFixture {
  static final String CHANNEL = "C0GENERAL";
  static final String ANA = "U0ANA";

  final SettableClock clock = new SettableClock(Instant.now());
  FakeSlack slack;
  FakePerson ana;
  Store store;
  RunningAdapter adapter;
  Bot bot;

  RunningAdapter.Way way() {
    return RunningAdapter.Way.SOCKET;
  }

  /** How long a form waits for its answer: longer than a busy machine takes. */
  Duration forms() {
    return Duration.ofSeconds(2);
  }

  /** How long a request of ours to Slack may take. */
  Duration patience() {
    return Duration.ofSeconds(5);
  }

  @BeforeEach
  void start() throws Exception {
    TestContent.get();
    slack = FakeSlack.start();
    ana = new FakePerson(slack, ANA);
    slack.workspace().channel(CHANNEL, ANA, "U0BEN", FakeSlack.BOT_USER);
    store = Store.open(StoreConfig.inMemory(), clock);
    adapter = new RunningAdapter(slack, clock, TestContent::get, patience(), forms());
    bot = adapter.bot(store, TestContent::get);
    adapter.listen(way(), bot::accept);
  }

  @AfterEach
  void stop() {
    adapter.close();
    bot.close();
    store.close();
    slack.close();
  }

  /** Until everything is taken and answered, forms included, which wait for their answer. */
  void settle() throws InterruptedException {
    slack.await(
        "everything acknowledged",
        () -> {
          bot.runDue();
          return slack.wire().allAcknowledged();
        });
    bot.runDue();
  }

  /** The same once a modal stands. */
  FakeViews.Standing settledModal() throws InterruptedException {
    slack.await("a modal", () -> ana.modal().isPresent());
    settle();
    return ana.modal().orElseThrow();
  }

  String modal() {
    return ana.modal().orElseThrow().asMessage().seen();
  }

  List<FakeMessage> answers() {
    return slack.workspace().messages().stream().filter(FakeMessage::fromBot).toList();
  }
}
