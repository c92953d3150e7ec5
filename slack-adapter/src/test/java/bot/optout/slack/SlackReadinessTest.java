package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.AdminServer;
import bot.optout.operation.Settings;
import bot.optout.program.Foundation;
import bot.optout.program.TestFoundation;
import bot.optout.program.WayIn;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Socket Mode lines as the program wires them, and what {@code /readyz} says while one or both
 * are in trouble. Never a process that looks well and hears nothing.
 */
@Timeout(60)
final class SlackReadinessTest {
  private static final SlackLoop.Patience HASTY =
      new SlackLoop.Patience(
          Duration.ofMillis(700),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  private final SettableClock clock = new SettableClock(Instant.now());
  private final HttpClient http = HttpClient.newHttpClient();
  private final CompletableFuture<WayIn.End> ending = new CompletableFuture<>();
  private FakeSlack slack;
  private FakePerson ana;
  private Store store;
  private SlackClient client;
  private SlackAdapter adapter;
  private AdminServer admin;
  private boolean running;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    slack = FakeSlack.start(Duration.ofMillis(500));
    ana = new FakePerson(slack, "U0ANA");
    store =
        Store.open(
            new StoreConfig(database(), Optional.empty(), Optional.empty(), StoreConfig.LEASE),
            clock);
    client = SlackClient.to(slack.apiUrl(), Duration.ofSeconds(5));
    SlackConfig config =
        SlackConfig.from(
            new Settings(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    FakeSlack.BOT_TOKEN,
                    "SLACK_APP_TOKEN",
                    FakeSlack.APP_TOKEN,
                    "SLACK_CONNECTIONS",
                    "2",
                    "SLACK_API_URL",
                    slack.apiUrl()),
                path -> ""));
    Foundation foundation = TestFoundation.of(SlackEvents.PLATFORM, config.core(), store, clock);
    adapter = new SlackAdapter(config, client, foundation, HASTY);
    admin = AdminServer.start("127.0.0.1", 0, adapter.checks(), () -> "", List::of);
  }

  private String database() {
    return "jdbc:sqlite:" + folder.resolve("optout.db");
  }

  @AfterEach
  void stop() throws Exception {
    adapter.wayIn().stop();
    if (running) {
      ending.get(20, TimeUnit.SECONDS);
    }
    admin.close();
    adapter.close();
    adapter.bot().close();
    client.close();
    store.close();
    slack.close();
  }

  private void run() {
    running = true;
    Thread thread =
        new Thread(
            () -> {
              try {
                ending.complete(adapter.wayIn().run());
              } catch (InterruptedException | RuntimeException trouble) {
                ending.completeExceptionally(trouble);
              }
            },
            "slack-mode");
    thread.setDaemon(true);
    thread.start();
  }

  /** Empty: ready; else what it names. */
  private String notReady() {
    HttpResponse<String> response = get("/readyz");
    return response.statusCode() == 200 ? "" : response.body();
  }

  private HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (Exception trouble) {
      throw new CompletionException(trouble);
    }
  }

  private void awaitReady() throws InterruptedException {
    slack.await("ready", () -> notReady().isEmpty());
  }

  private void awaitBoth() throws InterruptedException {
    slack.await("both lines", () -> slack.sockets().connections() == 2);
    slack.await("both known", () -> get("/readyz").body().contains("lines: 2,"));
    awaitReady();
  }

  private void saysAndIsTakenOnce(String text) throws InterruptedException {
    ana.say(text);
    slack.awaitAcknowledged();
    adapter.bot().runDue();
  }

  private long answers() {
    return slack.workspace().shownTo("U0ANA").size();
  }

  @Test
  void before_anything_it_lives_and_is_not_ready() {
    assertEquals(200, get("/livez").statusCode());
    assertTrue(notReady().contains("slack-connection"), this::notReady);
  }

  @Test
  void one_of_two_lines_dies_and_nobody_notices() throws Exception {
    run();
    awaitBoth();
    slack.sockets().cut(1);
    assertEquals("", notReady());
    saysAndIsTakenOnce("is it too late?");
    assertEquals("", notReady());
    awaitBoth();
    assertEquals(3, slack.sockets().connected());
    assertEquals(1, answers());
  }

  @Test
  void slack_lets_only_one_line_in_and_that_is_enough() throws Exception {
    slack.sockets().room(1);
    run();
    awaitReady();
    slack.await("asked again", () -> slack.calls("apps.connections.open").size() >= 4);
    assertEquals("", notReady());
    saysAndIsTakenOnce("is it too late?");
    assertEquals(1, answers());
    slack.sockets().full(false);
    awaitBoth();
  }

  @Test
  void too_many_websockets_is_not_ready_until_there_is_room() throws Exception {
    slack.sockets().full(true);
    run();
    slack.await("asked again", () -> slack.calls("apps.connections.open").size() >= 3);
    assertTrue(notReady().contains("slack-connection"), this::notReady);
    assertEquals(200, get("/livez").statusCode());
    slack.sockets().full(false);
    awaitBoth();
  }

  @Test
  void a_refresh_of_all_lines_leaves_no_gap() throws Exception {
    run();
    awaitBoth();
    slack.sockets().disconnect("refresh_requested");
    while (slack.sockets().connected() < 4) {
      assertEquals("", notReady());
    }
    saysAndIsTakenOnce("is it too late?");
    awaitBoth();
    assertEquals(1, answers());
  }

  @Test
  void slack_out_of_reach_at_the_start_is_waited_for() throws Exception {
    for (int i = 0; i < 4; i++) {
      slack.fault("auth.test", new Fault.Status(503, 0));
    }
    run();
    slack.await("tried", () -> slack.calls("auth.test").size() >= 2);
    assertTrue(notReady().contains("slack-connection"), this::notReady);
    awaitBoth();
    saysAndIsTakenOnce("is it too late?");
    assertEquals(1, answers());
  }

  @Test
  void a_token_that_is_taken_back_ends_it_for_all_to_see() throws Exception {
    run();
    awaitBoth();
    slack.revokeTokens();
    slack.sockets().cut(1);
    assertEquals(WayIn.End.REJECTED, ending.get(20, TimeUnit.SECONDS));
    assertTrue(notReady().contains("slack-token"), this::notReady);
    assertTrue(notReady().contains("slack-connection"), this::notReady);
    slack.await("all lines closed", () -> slack.sockets().connections() == 0);
  }

  @Test
  void lines_that_went_mute_are_noticed_and_replaced() throws Exception {
    try (Relay relay = new Relay(URI.create(slack.url()).getPort())) {
      slack.sockets().leadTo(relay.port());
      run();
      awaitBoth();
      slack.sockets().leadTo(URI.create(slack.url()).getPort());
      relay.goMute();
      slack.await("new lines", () -> slack.sockets().connected() >= 4);
      awaitReady();
      saysAndIsTakenOnce("is it too late?");
      assertEquals(1, answers());
    }
  }

  @Test
  void silence_for_a_minute_is_not_ready_whatever_the_library_says() throws Exception {
    run();
    awaitBoth();
    adapter.wayIn().stop();
    ending.get(20, TimeUnit.SECONDS);
    clock.advance(Duration.ofSeconds(61));
    assertTrue(notReady().contains("slack-connection"), this::notReady);
  }

  @Test
  void what_is_not_taken_for_half_a_minute_shows() throws Exception {
    run();
    awaitBoth();
    try (Connection other = DriverManager.getConnection(database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      ana.say("is it too late?");
      slack.await("slow", () -> notReadyAfterHalfAMinute().contains("slack-intake"));
      statement.execute("ROLLBACK");
    }
    slack.awaitAcknowledged();
    awaitReady();
    adapter.bot().runDue();
    assertEquals(1, answers());
  }

  private String notReadyAfterHalfAMinute() {
    clock.advance(Duration.ofSeconds(31));
    return notReady();
  }
}
