package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.store.ConversationKey;
import bot.optout.store.NewEvent;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import bot.optout.transcript.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AdminServerTest {
  private static final String LOOPBACK = "127.0.0.1";

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(AdminServer server, String path) throws Exception {
    URI uri = URI.create("http://" + LOOPBACK + ":" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static AdminServer serving(List<Check> checks, Supplier<String> metrics)
      throws IOException {
    return AdminServer.start(LOOPBACK, 0, checks, metrics, List::of);
  }

  @Test
  void a_running_process_is_alive_and_ready_when_every_check_holds() throws Exception {
    AtomicBoolean polling = new AtomicBoolean(true);
    Check broken = new Check("database", () -> polling.get() || failing());
    try (AdminServer server =
        serving(List.of(new Check("polling", polling::get, () -> "3 s ago"), broken), () -> "")) {
      assertEquals(200, get(server, "/livez").statusCode());
      HttpResponse<String> good = get(server, "/readyz");
      assertEquals(200, good.statusCode());
      assertEquals("ok\npolling: ok, 3 s ago\ndatabase: ok", good.body().strip());
      polling.set(false);
      assertEquals(200, get(server, "/livez").statusCode());
      HttpResponse<String> ready = get(server, "/readyz");
      assertEquals(503, ready.statusCode());
      assertEquals(
          "failed: polling, database\npolling: failed, 3 s ago\ndatabase: failed",
          ready.body().strip());
      assertEquals(404, get(server, "/").statusCode());
    }
  }

  private static boolean failing() {
    throw new IllegalStateException("the check itself breaks");
  }

  @Test
  void metrics_count_without_saying_who() throws Exception {
    Metrics metrics = new Metrics("test");
    try (Store store = Store.open(StoreConfig.inMemory(), Clock.systemUTC());
        AdminServer server = serving(List.of(), metrics::scrape)) {
      metrics.watch(store, Clock.systemUTC());
      metrics.watch(() -> Optional.of(Duration.ofMillis(1500)));
      metrics.acknowledged(Duration.ofMillis(20));
      metrics.limited();
      metrics.accepted();
      metrics.accepted();
      metrics.duplicate();
      metrics.decided("answer");
      metrics.turn();
      metrics.turnFailed();
      metrics.setAside();
      metrics.delivered();
      metrics.retried();
      metrics.ambiguous();
      metrics.dropped();
      metrics.gone();
      HttpResponse<String> page = get(server, "/metrics");
      assertEquals(200, page.statusCode());
      for (String line :
          List.of(
              "optout_events_total{outcome=\"accepted\",platform=\"test\"} 2.0",
              "optout_events_total{outcome=\"duplicate\",platform=\"test\"} 1.0",
              "optout_decisions_total{kind=\"answer\",platform=\"test\"} 1.0",
              "optout_turns_total{outcome=\"set_aside\",platform=\"test\"} 1.0",
              "optout_messages_total{outcome=\"ambiguous\",platform=\"test\"} 1.0",
              "optout_messages_total{outcome=\"limited\",platform=\"test\"} 1.0",
              "optout_ack_seconds_bucket{platform=\"test\",le=\"0.05\"} 1",
              "optout_platform_age_seconds{platform=\"test\"} 1.5",
              "optout_inbox_waiting{platform=\"test\"} 0.0",
              "optout_inbox_age_seconds{platform=\"test\"} 0.0",
              "optout_outbox_depth{platform=\"test\"} 0.0",
              "optout_outbox_age_seconds{platform=\"test\"} 0.0")) {
        assertTrue(page.body().contains(line), page.body());
      }
    }
  }

  @Test
  void a_bot_that_does_not_keep_up_is_not_ready() {
    SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    try (Store store = Store.open(StoreConfig.inMemory(), clock)) {
      Check backlog = StoreChecks.of(store, "test", clock).get(1);
      ConversationKey key = new ConversationKey("test", "tenant", "chat", "person");
      assertTrue(store.inbox().accept(new NewEvent("1", key, "x", clock.instant())));
      assertEquals("backlog: ok, 1 conversations wait, the first for 0 s", backlog.result().line());
      clock.advance(Duration.ofMinutes(2));
      assertEquals(
          "backlog: failed, 1 conversations wait, the first for 120 s", backlog.result().line());
      assertTrue(store.inbox().claim("test").isPresent());
      assertTrue(backlog.result().holds(), "somebody has a turn about it");
    }
  }

  @Test
  void content_is_read_again_when_it_is_asked_for() throws Exception {
    List<String> faults = new ArrayList<>();
    try (AdminServer server =
        AdminServer.start(LOOPBACK, 0, List.of(), () -> "", () -> List.copyOf(faults))) {
      HttpRequest post =
          HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + server.port() + "/reload"))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertEquals(200, client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
      faults.add("en/faq.yaml:7: a fact without a source");
      HttpResponse<String> refused = client.send(post, HttpResponse.BodyHandlers.ofString());
      assertEquals(409, refused.statusCode());
      assertEquals(faults.get(0), refused.body().strip());
      assertEquals(405, get(server, "/reload").statusCode());
    }
  }

  @Test
  void a_taken_port_names_the_variables() throws Exception {
    try (AdminServer server = serving(List.of(), () -> "")) {
      IOException taken =
          assertThrows(
              IOException.class,
              () -> AdminServer.start(LOOPBACK, server.port(), List.of(), () -> "", List::of));
      assertTrue(taken.toString().contains("OPTOUT_ADMIN_PORT"), taken.toString());
    }
  }
}
