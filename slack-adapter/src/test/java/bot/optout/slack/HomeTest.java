package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Incoming;
import bot.optout.Input;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The app's home, its messages tab, and agents' sessions. */
final class HomeTest extends ConversationFixture {
  @Test
  void the_home_says_what_it_does_and_leads_everywhere() throws Exception {
    ana.open("home");
    settle();
    String home = ana.home().orElseThrow().asMessage().seen();
    for (String part :
        List.of("Optout Bot", "I help you", "[Draft my objection]", "[My cases]", "[Language]")) {
      assertTrue(home.contains(part), home);
    }
    assertTrue(home.contains("[What do you keep?]") && home.contains("[Delete my data]"), home);
    assertEquals(List.of(), answers());
  }

  @Test
  void a_button_in_the_home_opens_a_modal() throws Exception {
    ana.open("home");
    settle();
    ana.pressIn(ana.home().orElseThrow(), "What do you keep?");
    assertTrue(settledModal().asMessage().seen().contains("[Delete my data]"), this::modal);
    ana.closeModal();
    ana.pressIn(ana.home().orElseThrow(), "Draft my objection");
    assertTrue(settledModal().asMessage().seen().contains("Where do you live?"), this::modal);
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void the_home_leaves_an_open_draft_alone() throws Exception {
    ana.say("draft");
    settle();
    ana.open("home");
    settle();
    FakeMessage card = answers().get(0);
    ana.say("France");
    settle();
    assertTrue(answers().get(1).words().startsWith("Which accounts"), answers()::toString);
    assertEquals(List.of(), stillThere(card).buttons());
  }

  private FakeMessage stillThere(FakeMessage card) {
    return slack.workspace().find(card.channel(), card.ts()).orElseThrow();
  }

  @Test
  void the_home_speaks_the_persons_language() throws Exception {
    slack.workspace().speak("de-DE");
    ana.open("home");
    settle();
    String home = ana.home().orElseThrow().asMessage().seen();
    assertTrue(home.contains("[Meinen Widerspruch entwerfen]"), home);
  }

  @Test
  void what_is_said_before_any_answer_is_in_the_persons_language_once_it_is_known()
      throws Exception {
    slack.workspace().speak("de-DE");
    ana.say("hallo");
    settle();
    String command = ana.command(CHANNEL, "mydata");
    ana.command(CHANNEL, "draft");
    settledModal();
    String hint = slack.wire().acknowledgement(command).orElseThrow().toString();
    assertTrue(hint.contains("Ich habe dir eine Direktnachricht geschrieben."), hint);
    String opened = slack.calls("views.open").get(0).args().toString();
    assertTrue(opened.contains("Einen Moment."), opened);
  }

  @Test
  void people_are_looked_up_once_a_day_and_never_waited_for_long() throws Exception {
    slack.workspace().speak("de-DE");
    ana.say("hallo");
    ana.say("hallo");
    settle();
    assertEquals(1, slack.calls("users.info").size());
    clock.advance(Duration.ofHours(25));
    ana.say("hallo");
    settle();
    assertEquals(2, slack.calls("users.info").size());
    slack.fault("users.info", new Fault.Refusal("missing_scope"));
    FakePerson ben = new FakePerson(slack, "U0BEN");
    ben.say("hello");
    settle();
    assertEquals(1, slack.workspace().shownTo("U0BEN").size());
  }

  @Test
  void the_language_and_the_time_zone_of_the_person_come_along() throws Exception {
    slack.workspace().speak("de-DE");
    Incoming said =
        new Incoming(
            "k",
            new SlackAddresses(FakeSlack.TEAM).direct(ANA),
            new Input.Said("hallo"),
            Optional.empty());
    slack.await("introduced", () -> !adapter.people.completed(said).locale().isEmpty());
    assertEquals(Optional.of("de-DE"), adapter.people.completed(said).locale());
    assertEquals(Optional.of("Europe/Amsterdam"), adapter.people.completed(said).zone());
  }

  @Test
  void whoever_opens_the_messages_is_shown_what_to_ask() throws Exception {
    slack.workspace().speak("de-DE");
    ana.open("messages");
    slack.await(
        "suggestions", () -> !slack.calls("assistant.threads.setSuggestedPrompts").isEmpty());
    JsonObject args = slack.calls("assistant.threads.setSuggestedPrompts").get(0).args();
    List<JsonObject> prompts = SlackJson.objects(args, "prompts");
    assertEquals(4, prompts.size());
    assertEquals("Meinen Widerspruch entwerfen", prompts.get(0).get("title").getAsString());
    assertEquals(Optional.empty(), SlackJson.text(args, "thread_ts"));
    assertEquals(List.of(), answers());
  }

  @Test
  void a_session_has_a_title_a_status_and_ends_up_active() throws Exception {
    FakeMessage root = rootOfThread();
    ana.say("is it too late? <!channel>", Optional.of(root.ts()));
    slack.await("processing", () -> statuses().contains("processing"));
    JsonObject first = slack.calls("agents.sessions.setStatus").get(0).args();
    assertEquals("is it too late? &lt;!channel&gt;", SlackJson.text(first, "title").orElseThrow());
    settle();
    slack.await("active", () -> statuses().equals("processing active"));
    // A quick answer needs no status.
    ana.say("why?", Optional.of(root.ts()));
    settle();
    assertEquals("processing active", statuses());
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void the_stop_button_stops_the_answer_and_keeps_the_draft() throws Exception {
    FakeMessage root = rootOfThread();
    ana.say("draft instagram france", Optional.of(root.ts()));
    settle();
    ana.stop(root.ts());
    settle();
    FakeMessage last = answers().get(answers().size() - 1);
    assertTrue(last.words().startsWith("Stopped. Nothing you told me is lost."), last::words);
    assertTrue(last.words().contains("Do you want to give a reason?"), last::words);
    assertEquals(Optional.of(root.ts()), last.thread());
    slack.await("active", () -> statuses().endsWith("active"));
    ana.say("no reason", Optional.of(root.ts()));
    settle();
    FakeMessage next = answers().get(answers().size() - 1);
    assertTrue(next.words().startsWith("Your name?"), next::words);
  }

  @Test
  void after_a_restart_the_stop_button_still_ends_the_spinner() throws Exception {
    FakeMessage root = rootOfThread();
    ana.stop(root.ts());
    settle();
    slack.await("active", () -> statuses().equals("active"));
    assertTrue(answers().get(0).words().startsWith("Stopped."), answers()::toString);
  }

  @Test
  void what_is_half_sent_ends_where_it_was_stopped() throws Exception {
    FakeMessage root = rootOfThread();
    slack.fault("chat.postMessage", new Fault.Status(429, 5));
    ana.say("is it too late?", Optional.of(root.ts()));
    settle();
    assertEquals(List.of(), answers());
    ana.stop(root.ts());
    slack.awaitAcknowledged();
    clock.advance(Duration.ofSeconds(6));
    bot.runDue();
    assertEquals(1, answers().size(), answers()::toString);
    assertTrue(answers().get(0).words().startsWith("Stopped."), answers()::toString);
  }

  private FakeMessage rootOfThread() {
    return slack
        .workspace()
        .post(
            ana.directChannel(),
            Optional.empty(),
            ANA,
            "hi",
            new JsonArray(),
            Optional.empty(),
            Optional.empty());
  }

  private String statuses() {
    return slack.calls("agents.sessions.setStatus").stream()
        .map(call -> SlackJson.text(call.args(), "status").orElse(""))
        .collect(Collectors.joining(" "));
  }
}
