package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons, forms and ids that are not one's own. */
final class SlackForgeryTest extends ConversationFixture {
  private FakePerson ben;

  @BeforeEach
  void another() {
    ben = new FakePerson(slack, "U0BEN");
  }

  private FakeMessage newest() {
    return answers().get(answers().size() - 1);
  }

  private static JsonObject choosing(JsonObject button, String value) {
    JsonObject forged = button.deepCopy();
    forged.addProperty("value", value);
    return forged;
  }

  @Test
  void who_presses_anothers_button_changes_only_what_is_their_own() throws Exception {
    ana.say("draft instagram france");
    settle();
    ana.mention(CHANNEL, "is it too late");
    settle();
    FakeMessage shown = newest();
    ben.press(shown, choosing(shown.buttons().get(0), "draft"));
    settle();
    assertEquals(Optional.of("U0BEN"), newest().onlyFor());
    ben.press(newest(), newest().button("Open our private chat").orElseThrow());
    settle();
    assertTrue(
        answers().stream()
            .anyMatch(
                m ->
                    m.channel().equals(ben.directChannel())
                        && m.words().startsWith("Where do you live?")),
        answers()::toString);
    ana.say("no reason");
    settle();
    assertTrue(newest().words().startsWith("Your name?"), newest()::words);
  }

  @Test
  void what_comes_from_another_workspace_is_nobodys() throws Exception {
    ana.say("draft");
    settle();
    FakeMessage card = newest();
    FakePerson stranger = new FakePerson(slack, ANA, "T0OTHER", "T0OTHER");
    stranger.press(card, card.button("UK").orElseThrow());
    stranger.say("France");
    stranger.command(CHANNEL, "mydata");
    settle();
    assertEquals(List.of(card.words()), answers().stream().map(FakeMessage::words).toList());
    ana.say("France");
    settle();
    assertTrue(newest().words().startsWith("Which accounts"), newest()::words);
  }

  @Test
  void the_modal_of_another_person_shows_and_takes_nothing() throws Exception {
    ana.command(CHANNEL, "draft instagram france");
    FakeViews.Standing hers = settledModal();
    ana.pressIn(hers, "No reason");
    settle();
    FakeViews.Standing open = ana.modal().orElseThrow();
    int changes = slack.calls("views.update").size();
    String form = ben.submit(open, "Ben");
    ben.pressIn(open, "Back");
    settle();
    assertEquals(changes, slack.calls("views.update").size());
    assertFalse(slack.wire().acknowledgement(form).orElseThrow().has("payload"));
    assertEquals(List.of(), slack.workspace().shownTo("U0BEN"));
    ana.say("Camille");
    settle();
    assertTrue(newest().words().startsWith("Your e-mail?"), newest()::words);
  }

  @Test
  void ids_that_we_never_gave_are_answered_kindly_and_do_nothing() throws Exception {
    ana.say("draft");
    settle();
    FakeMessage card = newest();
    for (String value :
        List.of(
            "country:XX",
            "case:20261124T090000Z:sent",
            "private:",
            "private:nonsense",
            "share:",
            "share:../../etc/passwd",
            "entry:nothing",
            "forget:yes",
            "x".repeat(2_000),
            "\u202e<!channel>")) {
      ana.press(card, choosing(card.buttons().get(0), value));
      settle();
    }
    assertEquals(List.of(), slack.refusals());
    ana.say("France");
    settle();
    assertTrue(newest().words().startsWith("Which accounts"), newest()::words);
  }

  @Test
  void ids_of_any_length_are_acknowledged_and_harm_nobody() throws Exception {
    String huge = "X".repeat(70_000);
    ana.say("draft");
    settle();
    List<JsonObject> events = List.of(mentioned("U" + huge, CHANNEL), mentioned(ANA, "C" + huge));
    events.forEach(ana::event);
    new FakePerson(slack, ANA, "T" + huge, "T" + huge).event(mentioned(ANA, CHANNEL));
    ana.command("C" + huge, "draft");
    settledModal();
    ana.say("France");
    settle();
    assertTrue(newest().words().startsWith("Which accounts"), newest()::words);
  }

  private static JsonObject mentioned(String user, String channel) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "app_mention");
    event.addProperty("user", user);
    event.addProperty("channel", channel);
    event.addProperty("text", "hi");
    event.addProperty("ts", "1795510806.000100");
    return event;
  }

  @Test
  void an_old_button_is_answered_kindly_after_a_restart_too() throws Exception {
    ana.say("draft");
    settle();
    FakeMessage old = newest();
    adapter.close();
    bot.close();
    adapter = new RunningAdapter(slack, clock, TestContent::get, Duration.ofSeconds(5));
    bot = adapter.bot(store, TestContent::get);
    adapter.listen(way(), bot::accept);
    ana.say("France");
    settle();
    FakeMessage question = newest();
    assertTrue(question.words().startsWith("Which accounts"), question::words);
    // What the old card said is not remembered, so its buttons stay.
    ana.press(old, old.button("UK").orElseThrow());
    settle();
    assertTrue(newest().words().contains("Which accounts"), newest()::words);
    ana.say("instagram");
    settle();
    assertTrue(newest().words().contains("Do you want to give a reason?"), newest()::words);
    ana.say("change the country");
    settle();
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void hidden_values_of_a_form_are_not_believed() throws Exception {
    ana.command(CHANNEL, "draft");
    FakeViews.Standing modal = settledModal();
    JsonObject view = modal.view().deepCopy();
    view.addProperty("private_metadata", "review");
    view.addProperty("callback_id", "forget");
    ana.submit(
        new FakeViews.Standing(
            modal.id(),
            modal.person(),
            view,
            modal.hash(),
            modal.errors(),
            modal.typed(),
            modal.changed()),
        "France");
    settle();
    assertTrue(modal().contains("Which accounts is it about?"), this::modal);
  }
}
