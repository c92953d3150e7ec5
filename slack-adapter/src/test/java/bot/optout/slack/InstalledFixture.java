package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.content.TestContent;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.Settings;
import bot.optout.program.Foundation;
import bot.optout.program.TestFoundation;
import bot.optout.store.GatedStore;
import bot.optout.store.Installation;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.store.TenantKey;
import bot.optout.transcript.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Workspaces that installed the app by themselves, in HTTP mode, with the adapter's own wiring. */
@Timeout(60)
abstract class InstalledFixture {
  static final TenantKey ONE = new TenantKey("slack", "T0ONE");
  static final TenantKey TWO = new TenantKey("slack", "T0TWO");

  final BusyDatabase trouble = new BusyDatabase("SET token");
  final SettableClock clock = new SettableClock(Instant.now());
  private final HttpClient http = HttpClient.newHttpClient();
  FakeSlack slack;
  Store store;
  SlackClient client;
  SlackAdapter adapter;
  HttpDoor door;

  @BeforeEach
  void start() throws Exception {
    TestContent.get();
    slack = FakeSlack.start(Duration.ofMillis(200));
    store = GatedStore.open(StoreConfig.inMemory(), clock, trouble::through);
    client = SlackClient.to(slack.apiUrl(), Duration.ofSeconds(5));
    open();
  }

  private void open() throws IOException {
    Settings settings =
        new Settings(
            Map.of(
                "SLACK_SIGNING_SECRET", FakeRequests.SECRET,
                "SLACK_CLIENT_ID", FakeOAuth.CLIENT_ID,
                "SLACK_CLIENT_SECRET", FakeOAuth.CLIENT_SECRET,
                "SLACK_REDIRECT_URL", FakeOAuth.REDIRECT,
                "SLACK_API_URL", slack.apiUrl()),
            path -> "");
    SlackConfig config = SlackConfig.from(settings);
    assertEquals(List.of(), settings.problems());
    Foundation foundation = TestFoundation.of(SlackEvents.PLATFORM, config.core(), store, clock);
    adapter = new SlackAdapter(config, client, foundation, SlackLoop.Patience.USUAL);
    door = HttpDoor.open("127.0.0.1", 0, adapter.routes(), HttpLimits.USUAL);
    slack.comeTo(door.port());
    slack.requests().tellTime(clock);
  }

  @AfterEach
  void stop() {
    door.close();
    adapter.close();
    adapter.bot().close();
    client.close();
    store.close();
    slack.close();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Goes through the two pages as a browser would. */
  HttpResponse<String> install(String team) throws Exception {
    HttpResponse<String> away = get("/slack/install");
    assertEquals(302, away.statusCode());
    String state = query(away, "state");
    return get(
        "/slack/oauth_redirect?code=" + slack.oauth().code(team) + "&state=" + state,
        "Cookie",
        "a=b; " + cookie(away));
  }

  static String query(HttpResponse<String> away, String name) {
    String address = away.headers().firstValue("Location").orElseThrow();
    return address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  static String cookie(HttpResponse<String> away) {
    return away.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  FakePerson person(String user, TenantKey team) {
    return new FakePerson(slack, user, team.tenant(), team.tenant());
  }

  void settle() throws InterruptedException {
    slack.awaitAcknowledged();
    adapter.bot().runDue();
  }

  Optional<Installation> installation(TenantKey team) {
    return store.installations().find(team);
  }
}
