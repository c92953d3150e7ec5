package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a channel, where others read along. */
@Timeout(60)
final class ChannelTest {
  private static final String CHANNEL = "C0GENERAL";

  private FakeSlack slack;
  private FakePerson ana;
  private Store store;
  private SlackClient client;
  private Bot bot;
  private RunningAdapter adapter;

  @BeforeEach
  void start() throws Exception {
    slack = FakeSlack.start();
    ana = new FakePerson(slack, "U0ANA");
    slack.workspace().channel(CHANNEL, "U0ANA", "U0BEN", FakeSlack.BOT_USER);
    store = Store.open(StoreConfig.inMemory(), Clock.systemUTC());
    client = RunningAdapter.client(slack, Duration.ofSeconds(10));
    SlackHealth health = RunningAdapter.health();
    bot =
        new Bot(
            new BotConfig(SlackEvents.PLATFORM, "", 7, 30, 1, 1),
            TestContent::fast,
            store,
            new SlackSender(
                client,
                new Pace(Clock.systemUTC(), Duration.ZERO, 1),
                new ResponseUrls(Clock.systemUTC()),
                health),
            Clock.systemUTC(),
            new Random(1),
            Tally.NONE);
    adapter = RunningAdapter.start(client, health, bot::accept);
  }

  @AfterEach
  void stop() {
    adapter.close();
    bot.close();
    client.close();
    store.close();
    slack.close();
  }

  private FakeMessage mention(String text) throws InterruptedException {
    FakeMessage asked = ana.mention(CHANNEL, text);
    slack.awaitAcknowledged();
    bot.runDue();
    return asked;
  }

  private List<FakeMessage> answers() {
    return slack.workspace().messages().stream().filter(FakeMessage::fromBot).toList();
  }

  @Test
  void a_question_is_answered_in_its_thread_for_all() throws Exception {
    FakeMessage asked = mention("is it too late");
    FakeMessage answer = answers().get(0);
    assertEquals(Optional.of(asked.ts()), answer.thread());
    assertEquals(Optional.empty(), answer.onlyFor());
    assertTrue(answer.words().startsWith("No."), answer.words());
  }

  @Test
  void a_wish_to_draft_is_answered_to_one_person_only() throws Exception {
    mention("draft my objection");
    FakeMessage answer = answers().get(0);
    assertEquals(Optional.of("U0ANA"), answer.onlyFor());
    ana.press(answer, answer.button("Open our private chat").orElseThrow());
    slack.awaitAcknowledged();
    bot.runDue();
    FakeMessage question = answers().get(answers().size() - 1);
    assertEquals(ana.directChannel(), question.channel());
    assertTrue(question.words().startsWith("Where do you live?"), question.words());
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void a_command_is_answered_to_the_one_who_gave_it() throws Exception {
    ana.command(CHANNEL, "is it too late");
    slack.awaitAcknowledged();
    bot.runDue();
    assertEquals(Optional.of("U0ANA"), answers().get(0).onlyFor());
  }
}
