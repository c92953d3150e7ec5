package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bot.optout.store.ConversationKey;
import bot.optout.store.Snapshot;
import bot.optout.store.TenantKey;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids that are real, of another workspace that has the app, too. */
final class SlackTenantsTest extends InstalledFixture {
  private FakePerson ana;
  private FakePerson eve;

  @BeforeEach
  void twoWorkspaces() throws Exception {
    install("T0ONE");
    install("T0TWO");
    ana = person("U0ANA", ONE);
    eve = person("U0EVE", TWO);
    slack.workspace().channel("C0ONE", "U0ANA", FakeSlack.BOT_USER);
  }

  private Snapshot snapshot(TenantKey team, String person) {
    return store
        .conversations(sent -> "")
        .load(new ConversationKey("slack", team.tenant(), SlackAddresses.DIRECT, person));
  }

  /** A channel takes a message a second, and a letter is several. */
  private void settleAll() throws InterruptedException {
    for (int i = 0; i < 15; i++) {
      settle();
      clock.advance(Duration.ofSeconds(2));
    }
  }

  private List<String> shown(FakePerson person) {
    return slack.workspace().shownTo(person.user()).stream().map(FakeMessage::seen).toList();
  }

  @Test
  void anothers_button_form_and_case_change_nothing_of_theirs() throws Exception {
    for (String said :
        List.of("draft instagram germany", "no reason", "Camille", "c@example.org", "@c", "yes")) {
      ana.say(said);
      settle();
    }
    settleAll();
    FakeMessage letter =
        slack.workspace().shownTo("U0ANA").stream()
            .filter(message -> caseButton(message).isPresent())
            .reduce((one, later) -> later)
            .orElseThrow();
    JsonObject button = caseButton(letter).orElseThrow();
    String id = button.get("value").getAsString().split(":", -1)[1];
    Snapshot hers = snapshot(ONE, "U0ANA");
    assertEquals(1, hers.cases().size());
    // The fake shows it to her, where Slack knows no such channel in that workspace.
    eve.press(letter, button);
    eve.say("draft");
    settleAll();
    List<String> seen = shown(ana);
    FakeMessage own = slack.workspace().shownTo("U0EVE").get(0);
    for (String what : List.of("", ":sent:today", ":answered", ":close", ":delete", ":unkeep")) {
      JsonObject forged = button.deepCopy();
      forged.addProperty("value", "case:" + id + what);
      eve.press(own, forged);
      eve.say("yes");
      settle();
    }
    settleAll();
    assertEquals(hers.cases(), snapshot(ONE, "U0ANA").cases());
    assertEquals(hers.version(), snapshot(ONE, "U0ANA").version());
    assertEquals(seen, shown(ana));
    assertEquals(List.of(), snapshot(TWO, "U0EVE").cases());
    assertFalse(shown(eve).toString().contains("nstagram"), shown(eve)::toString);
  }

  @Test
  void anothers_modal_and_what_hides_in_it_leads_nowhere() throws Exception {
    ana.command("C0ONE", "draft");
    slack.await("a modal", () -> ana.modal().isPresent());
    settle();
    Snapshot hers = snapshot(ONE, "U0ANA");
    FakeViews.Standing modal = ana.modal().orElseThrow();
    int changes = slack.calls("views.update").size();
    eve.submit(modal, "France");
    eve.pressIn(modal, "UK");
    // The same person id in another workspace, which does not happen outside of tests.
    FakePerson twin = person("U0ANA", TWO);
    twin.submit(modal, "France");
    twin.pressIn(modal, "UK");
    settle();
    assertEquals(hers.version(), snapshot(ONE, "U0ANA").version());
    assertEquals(0, snapshot(TWO, "U0ANA").version());
    assertEquals(0, snapshot(TWO, "U0EVE").version());
    assertEquals(changes, slack.calls("views.update").size());
  }

  private static Optional<JsonObject> caseButton(FakeMessage message) {
    return message.buttons().stream()
        .filter(button -> button.has("value"))
        .filter(button -> button.get("value").getAsString().startsWith("case:"))
        .findFirst();
  }
}
