package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.Installation;
import bot.optout.store.PersonKey;
import bot.optout.store.TenantKey;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workspaces that install the app by themselves. */
final class InstallTest extends InstalledFixture {
  @Test
  void a_workspace_installs_the_app_and_is_answered_with_its_own_token() throws Exception {
    HttpResponse<String> done = install("T0ONE");
    assertEquals(200, done.statusCode());
    assertTrue(done.body().contains("installed"), done.body());
    assertEquals(FakeSlack.BOT_USER, installation(ONE).orElseThrow().botUser());
    FakePerson ana = person("U0ANA", ONE);
    ana.say("is it too late?");
    settle();
    assertEquals(1, slack.workspace().shownTo("U0ANA").size());
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void the_way_to_slack_names_what_is_asked_for_and_is_bound_to_the_browser() throws Exception {
    HttpResponse<String> away = get("/slack/install");
    assertEquals(FakeOAuth.CLIENT_ID, query(away, "client_id"));
    assertEquals(String.join("%2C", SlackInstall.SCOPES).replace(":", "%3A"), query(away, "scope"));
    String cookie = away.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("Secure"), cookie);
    assertTrue(cookie.contains("SameSite=Lax"), cookie);
  }

  @Test
  void nobody_installs_with_a_state_that_is_not_theirs() throws Exception {
    HttpResponse<String> away = get("/slack/install");
    String state = query(away, "state");
    String path = "/slack/oauth_redirect?code=" + slack.oauth().code("T0ONE") + "&state=";
    assertEquals(400, get(path + state).statusCode());
    assertEquals(400, get(path + state, "Cookie", cookie(get("/slack/install"))).statusCode());
    assertEquals(
        400,
        get(path + "forged.9999999999.x", "Cookie", "optout_install=forged.9999999999.x")
            .statusCode());
    assertEquals(400, get(path, "Cookie", cookie(away)).statusCode());
    assertEquals(
        400,
        get("/slack/oauth_redirect?error=access_denied&state=" + state, "Cookie", cookie(away))
            .statusCode());
    clock.advance(Duration.ofMinutes(11));
    HttpResponse<String> late =
        get(path + state, "Cookie", cookie(away), "Accept-Language", "de-DE,en;q=0.5");
    assertEquals(400, late.statusCode());
    assertTrue(late.body().contains("nichts wurde installiert"), late.body());
    assertEquals(List.of(), slack.calls("oauth.v2.access"));
    assertEquals(Optional.empty(), installation(ONE));
  }

  @Test
  void what_another_replica_installs_is_known_at_once() throws Exception {
    FakePerson ana = person("U0ANA", ONE);
    ana.say("too early");
    settle();
    store
        .installations()
        .save(
            new Installation(
                ONE,
                FakeSlack.BOT_USER,
                "xoxb-elsewhere",
                Optional.empty(),
                Optional.empty(),
                clock.instant()));
    ana.say("is it too late?");
    settle();
    assertEquals(1, slack.calls("chat.postMessage").size());
  }

  @Test
  void one_workspace_never_sees_anothers() throws Exception {
    install("T0ONE");
    install("T0TWO");
    // The same person id in both, which does not happen outside of tests.
    person("U0ANA", ONE).say("draft instagram france");
    settle();
    person("U0ANA", TWO).say("draft");
    settle();
    List<FakeMessage> shown = slack.workspace().shownTo("U0ANA");
    assertTrue(shown.get(1).words().startsWith("Where do you live?"), shown::toString);
    person("U0ANA", new TenantKey("slack", "T0NOBODY")).say("hello");
    settle();
    assertEquals(2, slack.workspace().shownTo("U0ANA").size());
  }

  @Test
  void a_workspace_that_removes_the_app_leaves_nothing_behind() throws Exception {
    install("T0ONE");
    install("T0TWO");
    FakePerson ana = person("U0ANA", ONE);
    FakePerson ben = person("U0BEN", TWO);
    ana.say("draft instagram france");
    ben.say("draft instagram france");
    settle();
    ana.say("no reason");
    slack.awaitAcknowledged();
    clock.advance(Duration.ofSeconds(30));
    ana.event(event("app_uninstalled"));
    slack.awaitAcknowledged();
    assertEquals(Optional.empty(), installation(ONE));
    assertTrue(store.people().holdings(new PersonKey("slack", "T0ONE", "U0ANA")).isEmpty());
    adapter.bot().runDue();
    assertEquals(1, slack.workspace().shownTo("U0ANA").size());
    ben.say("no reason");
    settle();
    assertEquals(2, slack.workspace().shownTo("U0BEN").size());
    assertTrue(installation(TWO).isPresent());
    ana.say("anybody there?");
    settle();
    assertEquals(1, slack.workspace().shownTo("U0ANA").size());
  }

  @Test
  void an_organisation_installs_the_app_once_for_all_its_workspaces() throws Exception {
    assertEquals(200, install("E0ORG").statusCode());
    TenantKey organisation = new TenantKey("slack", "E0ORG");
    assertTrue(installation(organisation).isPresent());
    FakePerson ana = new FakePerson(slack, "U0ANA", "T0ONE", "T0ONE", Optional.of("E0ORG"));
    FakePerson ben = new FakePerson(slack, "U0BEN", "T0TWO", "T0TWO", Optional.of("E0ORG"));
    slack.workspace().channel("C0TWO", "U0BEN", FakeSlack.BOT_USER);
    ana.say("draft instagram france");
    ben.command("C0TWO", "is it too late");
    settle();
    FakeMessage card = slack.workspace().shownTo("U0ANA").get(0);
    ana.press(card, card.button("No reason").orElseThrow());
    settle();
    assertTrue(
        slack.workspace().shownTo("U0ANA").get(0).words().startsWith("Your name?"), card::words);
    assertEquals(Optional.of("U0BEN"), slack.workspace().shownTo("U0BEN").get(0).onlyFor());
    ben.command("C0TWO", "draft");
    slack.await("a modal", () -> ben.modal().isPresent());
    settle();
    ben.submit("France");
    slack.await("the answer", () -> answered(ben));
    assertEquals(List.of(), slack.refusals());
    // A workspace outside of it has nothing to do with it.
    person("U0EVE", TWO).say("hello");
    settle();
    assertEquals(List.of(), slack.workspace().shownTo("U0EVE"));
    ana.event(event("app_uninstalled"));
    slack.awaitAcknowledged();
    assertEquals(Optional.empty(), installation(organisation));
    assertTrue(store.people().holdings(new PersonKey("slack", "E0ORG", "U0ANA")).isEmpty());
  }

  private boolean answered(FakePerson person) {
    adapter.bot().runDue();
    clock.advance(Duration.ofMillis(100));
    return person.modal().orElseThrow().asMessage().seen().contains("Which accounts");
  }

  @Test
  void a_late_farewell_does_not_remove_a_new_installation() throws Exception {
    install("T0ONE");
    FakePerson ana = person("U0ANA", ONE);
    // The fake's events carry a time long before now.
    JsonObject old = event("app_uninstalled");
    ana.eventAt(old, clock.instant().getEpochSecond() - 60);
    slack.awaitAcknowledged();
    assertTrue(installation(ONE).isPresent());
    ana.eventAt(event("tokens_revoked"), clock.instant().getEpochSecond() + 60);
    slack.awaitAcknowledged();
    assertEquals(Optional.empty(), installation(ONE));
  }

  @Test
  void a_token_is_exchanged_before_it_ends_and_only_once() throws Exception {
    slack.oauth().lifetime(Duration.ofHours(12).toSeconds());
    install("T0ONE");
    String first = installation(ONE).orElseThrow().token();
    FakePerson ana = person("U0ANA", ONE);
    clock.advance(Duration.ofHours(10).plusMinutes(1));
    for (int i = 0; i < 20; i++) {
      ana.say("hello " + i);
    }
    settle();
    slack.await("exchanged", () -> !installation(ONE).orElseThrow().token().equals(first));
    clock.advance(Duration.ofMinutes(1));
    ana.say("is it too late?");
    settle();
    assertEquals(0, slack.oauth().spentTwice());
    assertEquals(
        1,
        slack.calls("oauth.v2.access").stream()
            .filter(call -> call.args().has("refresh_token"))
            .count());
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void a_new_token_outlives_a_busy_database() throws Exception {
    slack.oauth().lifetime(Duration.ofHours(12).toSeconds());
    install("T0ONE");
    String first = installation(ONE).orElseThrow().token();
    trouble.fail(2);
    clock.advance(Duration.ofHours(11));
    person("U0ANA", ONE).say("hello");
    settle();
    slack.await("kept", () -> !installation(ONE).orElseThrow().token().equals(first));
    assertEquals(0, trouble.failuresLeft());
    assertEquals(2, slack.calls("oauth.v2.access").size());
    assertEquals(0, slack.oauth().spentTwice());
  }

  @Test
  void an_exchange_that_fails_is_tried_again_later() throws Exception {
    slack.oauth().lifetime(Duration.ofHours(12).toSeconds());
    install("T0ONE");
    String first = installation(ONE).orElseThrow().token();
    slack.fault("oauth.v2.access", new Fault.Status(503, 0));
    clock.advance(Duration.ofHours(11));
    FakePerson ana = person("U0ANA", ONE);
    ana.say("hello");
    settle();
    slack.await("tried", () -> slack.calls("oauth.v2.access").size() == 2);
    clock.advance(Duration.ofMinutes(1));
    slack.await(
        "exchanged",
        () -> {
          ana.say("again");
          return !installation(ONE).orElseThrow().token().equals(first);
        });
    settle();
    assertEquals(0, slack.oauth().spentTwice());
  }

  private static JsonObject event(String type) {
    JsonObject tokens = new JsonObject();
    JsonArray bots = new JsonArray();
    bots.add(FakeSlack.BOT_USER);
    tokens.add("bot", bots);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("tokens", tokens);
    return event;
  }

  @Test
  void tokens_are_never_printed() throws Exception {
    install("T0ONE");
    assertFalse(installation(ONE).orElseThrow().toString().contains("xox"));
  }
}
