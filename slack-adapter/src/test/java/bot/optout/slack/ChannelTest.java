package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.content.TestContent;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
  private Bot bot;
  private RunningAdapter adapter;

  @BeforeEach
  void start() throws Exception {
    slack = FakeSlack.start();
    ana = new FakePerson(slack, "U0ANA");
    slack.workspace().channel(CHANNEL, "U0ANA", "U0BEN", FakeSlack.BOT_USER);
    store = Store.open(StoreConfig.inMemory(), Clock.systemUTC());
    adapter = RunningAdapter.of(slack);
    bot = adapter.bot(store, TestContent::get);
    adapter.listen(RunningAdapter.Way.SOCKET, bot::accept);
  }

  @AfterEach
  void stop() {
    adapter.close();
    bot.close();
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
    slack.await("a hint", () -> hints().size() == 1);
    FakeMessage question =
        answers().stream()
            .filter(m -> m.channel().equals(ana.directChannel()))
            .findFirst()
            .orElseThrow();
    assertTrue(question.words().startsWith("Where do you live?"), question.words());
    assertEquals(Optional.of("U0ANA"), hints().get(0).onlyFor());
    assertEquals(answer.thread(), hints().get(0).thread());
    assertEquals(List.of(), slack.refusals());
  }

  private List<FakeMessage> hints() {
    return answers().stream()
        .filter(m -> m.channel().equals(CHANNEL) && m.words().equals(RunningAdapter.HINT))
        .toList();
  }

  @Test
  void a_command_is_answered_to_the_one_who_gave_it() throws Exception {
    ana.command(CHANNEL, "is it too late");
    slack.awaitAcknowledged();
    bot.runDue();
    assertEquals(Optional.of("U0ANA"), answers().get(0).onlyFor());
  }

  @Test
  void an_answer_to_one_person_can_be_shown_to_all() throws Exception {
    ana.command(CHANNEL, "is it too late");
    slack.awaitAcknowledged();
    bot.runDue();
    FakeMessage own = answers().get(0);
    ana.press(own, own.button("Share in channel").orElseThrow());
    slack.awaitAcknowledged();
    bot.runDue();
    FakeMessage shared = answers().get(1);
    assertEquals(Optional.empty(), shared.onlyFor());
    assertTrue(shared.words().startsWith("No."), shared.words());
    assertEquals(Optional.empty(), shared.button("Share in channel"));
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void what_is_no_answer_cannot_be_shared() throws Exception {
    ana.command(CHANNEL, "");
    slack.awaitAcknowledged();
    bot.runDue();
    assertEquals(Optional.empty(), answers().get(0).button("Share in channel"));
  }

  @Test
  void slacks_own_thumbs_stand_under_an_answer_and_count() throws Exception {
    ana.say("is it too late");
    slack.awaitAcknowledged();
    bot.runDue();
    FakeMessage answer = answers().get(0);
    assertTrue(SlackJson.write(answer.blocks()).contains("feedback_buttons"));
    ana.press(answer, answer.buttons().get(answer.buttons().size() - 2));
    slack.awaitAcknowledged();
    bot.runDue();
    assertTrue(answers().get(1).words().startsWith("Noted"), answers().get(1).words());
  }

  @Test
  void people_of_another_company_have_a_state_of_their_own_and_a_modal() throws Exception {
    FakePerson guest = new FakePerson(slack, "U9EXT", FakeSlack.TEAM, "T9OTHER");
    slack.workspace().channel(CHANNEL, "U0ANA", "U9EXT", FakeSlack.BOT_USER);
    ana.say("draft instagram france");
    guest.mention(CHANNEL, "draft my objection");
    slack.awaitAcknowledged();
    bot.runDue();
    FakeMessage own =
        answers().stream()
            .filter(m -> m.onlyFor().equals(Optional.of("U9EXT")))
            .findFirst()
            .orElseThrow();
    guest.press(own, own.button("Open our private chat").orElseThrow());
    slack.await("a modal", () -> guest.modal().isPresent());
    slack.awaitAcknowledged();
    bot.runDue();
    String modal = guest.modal().orElseThrow().asMessage().seen();
    assertTrue(modal.contains("Where do you live?"), modal);
    assertEquals(Optional.empty(), ana.modal());
  }

  @Test
  void nobody_is_ever_called_by_a_mention() throws Exception {
    mention("what about <!channel> @here <@U0BEN> &");
    mention("draft for @channel");
    for (FakeSlack.Call call : slack.calls()) {
      String text = SlackJson.text(call.args(), "text").orElse("");
      assertTrue(!text.contains("<!") && !text.contains("<@"), text);
      assertTrue(!SlackJson.write(call.args()).contains("\"broadcast\""));
      assertTrue(!call.args().has("reply_broadcast"));
    }
  }
}
