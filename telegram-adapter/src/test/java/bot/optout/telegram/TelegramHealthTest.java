package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.operation.AdminServer;
import bot.optout.operation.Secret;
import bot.optout.program.WayIn;
import bot.optout.telegram.FakePeople.Person;
import bot.optout.transcript.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that hears nothing more says so, with the limits as they are in earnest. */
@Timeout(60)
final class TelegramHealthTest {
  private static final Person ANA = FakePeople.person(42);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramAdapter adapter =
      new TelegramAdapter(
          TelegramHttp.open(telegram.url(), FakeTelegram.TOKEN, TelegramHttp.Times.USUAL),
          TelegramAdapter.Tuning.usual(30),
          TelegramUpdates.kinds(false),
          clock,
          new Random(7));

  @AfterEach
  void close() {
    adapter.close();
    telegram.close();
  }

  @Test
  void ninety_seconds_without_a_good_poll_are_not_ready() throws Exception {
    Pulse pulse = adapter.pulse();
    TelegramLoop loop = Adapters.loop(adapter, incoming -> true, pulse);
    CompletableFuture<WayIn.End> end =
        goesSilent(
            pulse,
            loop::run,
            () -> {
              new FakePeople(telegram).say(ANA, "hi");
              telegram.await(() -> telegram.unconfirmed() == 0);
            },
            Duration.ofSeconds(90));
    loop.stop();
    assertEquals(WayIn.End.STOPPED, end.join());
  }

  @Test
  void nor_are_two_and_a_half_minutes_without_a_look_at_the_webhook() throws Exception {
    Pulse pulse = adapter.webhookPulse();
    Webhook webhook =
        new Webhook(
            URI.create("https://example.org" + TelegramWebhook.PATH), new Secret("for-tests"));
    WebhookWatch watch = adapter.watch(webhook, pulse);
    CompletableFuture<WayIn.End> end =
        goesSilent(
            pulse, watch::run, () -> telegram.await(pulse::isFresh), Duration.ofSeconds(150));
    watch.stop();
    assertEquals(WayIn.End.STOPPED, end.join());
  }

  private CompletableFuture<WayIn.End> goesSilent(
      Pulse pulse, Supplier<WayIn.End> listens, Runnable hearsOnce, Duration limit)
      throws Exception {
    try (AdminServer admin =
        AdminServer.start("127.0.0.1", 0, List.of(pulse.check()), () -> "", List::of)) {
      assertEquals(503, readiness(admin));
      CompletableFuture<WayIn.End> end = CompletableFuture.supplyAsync(listens);
      hearsOnce.run();
      assertEquals(200, readiness(admin));
      telegram.close();
      clock.advance(limit.minusSeconds(1));
      assertEquals(200, readiness(admin));
      clock.advance(Duration.ofSeconds(2));
      assertEquals(503, readiness(admin));
      return end;
    }
  }

  private static int readiness(AdminServer admin) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + admin.port() + "/readyz");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
