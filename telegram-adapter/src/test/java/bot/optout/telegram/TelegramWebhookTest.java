package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.HttpCall;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import bot.optout.program.WayIn;
import bot.optout.telegram.FakePeople.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TelegramWebhookTest {
  private static final Person ANA = FakePeople.person(42);
  private static final String SECRET = "a-secret-for-tests-only";
  private static final String HEADER = "x-telegram-bot-api-secret-token";

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final FakeInbox inbox = new FakeInbox();
  private final TelegramWebhook webhook = webhook(adapter);
  private final List<WebhookWatch> watches = new ArrayList<>();

  @AfterEach
  void close() {
    watches.forEach(WebhookWatch::stop);
    adapter.close();
    telegram.close();
  }

  private TelegramWebhook webhook(TelegramAdapter at) {
    return new TelegramWebhook(new Secret(SECRET), Adapters.intake(at, inbox));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-secret-for-tests-onl", "a-secret-for-tests-onlyy", "é"})
  void whoever_does_not_know_the_secret_is_turned_away(String secret) {
    Map<String, String> headers = secret.isEmpty() ? Map.of() : Map.of(HEADER, secret);
    assertEquals(403, webhook.answer(call(headers, update(1, "hi"))).status());
    assertEquals(List.of(), inbox.words());
  }

  @Test
  void an_update_is_stored_and_then_confirmed_and_a_second_time_it_is_nothing_new() {
    assertEquals(200, webhook.answer(call(update(1, "hi"))).status());
    assertEquals(200, webhook.answer(call(update(1, "hi"))).status());
    assertEquals(List.of("hi"), inbox.words());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "{}", "\u0000"})
  void what_cannot_be_read_is_kept_and_never_comes_again(String body) {
    assertEquals(200, webhook.answer(call(body)).status());
    assertEquals(List.of(body), inbox.kept);
  }

  @ParameterizedTest
  @CsvSource({SECRET + "," + SECRET, SECRET + ",x", "x," + SECRET})
  void a_second_secret_next_to_the_right_one_spoils_it(String one, String two) throws Exception {
    BodyPublisher body = BodyPublishers.ofString(update(1, "hi"));
    assertEquals(403, posted(body, HEADER, one, HEADER, two));
    assertEquals(List.of(), inbox.words());
  }

  @Test
  void what_is_compressed_is_not_unpacked() throws Exception {
    BodyPublisher body = BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertEquals(415, posted(body, HEADER, SECRET, "Content-Encoding", "gzip"));
    assertEquals(List.of(), inbox.kept);
  }

  @Test
  void the_secret_counts_and_not_what_a_body_says_it_is() throws Exception {
    BodyPublisher body = BodyPublishers.ofString(update(1, "hi"));
    assertEquals(200, posted(body, HEADER, SECRET, "Content-Type", "text/html; charset=utf-16"));
    assertEquals(List.of("hi"), inbox.words());
  }

  @Test
  void a_body_that_says_nothing_of_its_size_ends_at_the_same_limit() throws Exception {
    byte[] large = new byte[HttpLimits.USUAL.bodyBytes() + 1];
    BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large));
    assertEquals(413, posted(chunked, HEADER, SECRET));
    assertEquals(List.of(), inbox.kept);
  }

  @Test
  void a_bomb_of_brackets_or_digits_is_kept_aside_in_no_time() {
    String open = "{\"update_id\":1,\"message\":";
    for (String bomb :
        List.of(
            open + "[".repeat(500_000),
            open + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_001),
            "{\"update_id\":" + "9".repeat(900_000) + "}",
            "{\"update_id\":1e999999999}")) {
      assertTimeout(Duration.ofSeconds(2), () -> webhook.answer(call(bomb)));
    }
    assertEquals(4, inbox.kept.size());
  }

  @Test
  void a_field_that_stands_twice_is_one_person_and_one_turn() {
    String twice =
        update(1, "hi").replace("\"text\"", "\"from\":{\"id\":43},\"text\":\"ho\",\"text\"");
    assertEquals(200, webhook.answer(call(twice)).status());
    // A private chat has one person, whom the two names contradict.
    assertEquals(List.of(), inbox.words());
    String words = update(2, "hi").replace("\"text\"", "\"text\":\"ho\",\"text\"");
    assertEquals(200, webhook.answer(call(words)).status());
    assertEquals(List.of("hi"), inbox.words());
  }

  /** The status of a request over a real connection. */
  private int posted(BodyPublisher body, String... headers) throws Exception {
    try (HttpDoor door = door(webhook)) {
      HttpRequest request =
          HttpRequest.newBuilder(hook(door).url()).headers(headers).POST(body).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void telegram_brings_updates_in_order_until_they_are_stored() throws Exception {
    inbox.failures.set(2);
    try (HttpDoor door = door(webhook)) {
      CompletableFuture<WayIn.End> end = watch(adapter, door);
      people.say(ANA, "one");
      people.say(ANA, "two");
      telegram.await(() -> telegram.unconfirmed() == 0);
      assertEquals(List.of("one", "two"), inbox.words());
      assertEquals(List.of(500, 500, 200, 200), telegram.deliveries());
      assertTrue(!end.isDone());
    }
  }

  /** A slow database, or what waits for one chat, is no reason to keep others waiting. */
  @Test
  void telegram_brings_what_is_said_in_several_chats_at_once() throws Exception {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    TelegramIntake.Door meeting =
        incoming -> {
          heard.add(incoming.address().person());
          if (!telegram.comesTrue(() -> heard.size() == 2, Duration.ofSeconds(5))) {
            throw new IllegalStateException("alone");
          }
          return true;
        };
    TelegramWebhook slow =
        new TelegramWebhook(new Secret(SECRET), Adapters.intake(adapter, meeting));
    try (HttpDoor door = door(slow)) {
      CompletableFuture<WayIn.End> end = watch(adapter, door);
      people.say(ANA, "one");
      people.say(FakePeople.person(43), "two");
      telegram.await(() -> telegram.unconfirmed() == 0);
      assertEquals(List.of(200, 200), telegram.deliveries());
      assertTrue(!end.isDone());
    }
  }

  @Test
  void a_rolling_restart_loses_nothing_and_never_deletes_the_webhook() throws Exception {
    try (HttpDoor old = door(webhook)) {
      WebhookWatch first = adapter.watch(hook(old), adapter.webhookPulse());
      CompletableFuture<WayIn.End> end = CompletableFuture.supplyAsync(first::run);
      people.say(ANA, "one");
      telegram.await(() -> telegram.unconfirmed() == 0);
      first.stop();
      assertEquals(WayIn.End.STOPPED, end.get(10, TimeUnit.SECONDS));
    }
    people.say(ANA, "while nobody listens");
    TelegramAdapter next = Adapters.at(telegram);
    try (HttpDoor door = door(webhook(next))) {
      CompletableFuture<WayIn.End> end = watch(next, door);
      people.say(ANA, "two");
      telegram.await(() -> telegram.unconfirmed() == 0);
      assertEquals(List.of("one", "while nobody listens", "two"), inbox.words());
      assertEquals(0, telegram.calls("deleteWebhook").size());
      assertTrue(!end.isDone());
    } finally {
      next.close();
    }
  }

  @Test
  void a_webhook_that_somebody_took_away_is_set_again() throws Exception {
    Pulse pulse = adapter.webhookPulse();
    Webhook ours =
        new Webhook(URI.create("http://127.0.0.1:9" + TelegramWebhook.PATH), new Secret(SECRET));
    WebhookWatch watch = adapter.watch(ours, pulse);
    telegram.fault("setWebhook", Fault.error(502, "Bad Gateway"), Fault.reset());
    CompletableFuture<WayIn.End> end = CompletableFuture.supplyAsync(watch::run);
    telegram.await(() -> telegram.webhook().equals(ours.url().toString()));
    telegram.setWebhook("https://elsewhere.example.org");
    telegram.await(() -> telegram.webhook().equals(ours.url().toString()));
    telegram.await(() -> pulse.isFresh() && telegram.calls("setWebhook").size() >= 4);
    assertEquals(
        SECRET, telegram.calls("setWebhook").get(3).parameters().path("secret_token").asText());
    watch.stop();
    assertEquals(WayIn.End.STOPPED, end.get(10, TimeUnit.SECONDS));
    assertEquals(List.of(), telegram.refusals());
  }

  @Test
  void too_many_requests_means_the_named_pause() throws Exception {
    telegram.fault("setWebhook", Fault.tooMany(3_600));
    try (HttpDoor door = door(webhook)) {
      CompletableFuture<WayIn.End> end = watch(adapter, door);
      telegram.await(() -> telegram.calls("setWebhook").size() == 1);
      assertFalse(
          telegram.comesTrue(
              () -> telegram.calls("setWebhook").size() > 1, Duration.ofMillis(200)));
      watches.get(0).stop();
      assertEquals(WayIn.End.STOPPED, end.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_webhook_that_stands_and_cannot_be_reached_is_no_sign_of_life() {
    Pulse pulse = new Pulse(Clock.systemUTC(), Duration.ofMillis(500));
    try (FakeBalancer beforeNobody = FakeBalancer.before(List.of())) {
      URI url = URI.create(beforeNobody.url());
      WebhookWatch watch = adapter.watch(new Webhook(url, new Secret(SECRET)), pulse);
      watches.add(watch);
      CompletableFuture<WayIn.End> end = CompletableFuture.supplyAsync(watch::run);
      telegram.await(pulse::isFresh);
      people.say(ANA, "one");
      telegram.await(() -> !pulse.isFresh());
      telegram.withQueue(queue -> queue.confirm(queue.firstBeside(Set.of()).orElseThrow().id()));
      telegram.await(pulse::isFresh);
      assertTrue(!end.isDone());
    }
  }

  @Test
  void a_refused_token_ends_it() throws Exception {
    telegram.fault("setWebhook", Fault.error(401, "Unauthorized"));
    try (HttpDoor door = door(webhook)) {
      assertEquals(WayIn.End.REJECTED, watch(adapter, door).get(10, TimeUnit.SECONDS));
    }
  }

  private CompletableFuture<WayIn.End> watch(TelegramAdapter at, HttpDoor door) {
    WebhookWatch watch = at.watch(hook(door), at.webhookPulse());
    watches.add(watch);
    return CompletableFuture.supplyAsync(watch::run);
  }

  private static Webhook hook(HttpDoor door) {
    URI url = URI.create("http://127.0.0.1:" + door.port() + TelegramWebhook.PATH);
    return new Webhook(url, new Secret(SECRET));
  }

  private static HttpDoor door(TelegramWebhook webhook) throws IOException {
    HttpRoute route = HttpRoute.post(TelegramWebhook.PATH, webhook);
    return HttpDoor.open("127.0.0.1", 0, List.of(route), HttpLimits.USUAL);
  }

  private static HttpCall call(String body) {
    return call(Map.of(HEADER, SECRET), body);
  }

  private static HttpCall call(Map<String, String> headers, String body) {
    return new HttpCall("", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String update(int id, String text) {
    return FakePeople.update(id, 42, text).toString();
  }
}
