package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.logs.Confidential;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of Slack's and of others. */
final class HttpModeTest extends ListeningFixture {
  @Override
  RunningAdapter.Way way() {
    return RunningAdapter.Way.HTTP;
  }

  private static JsonObject message() {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel_type", "im");
    event.addProperty("channel", "D1ADA");
    event.addProperty("user", "U1ADA");
    event.addProperty("text", "is it too late?");
    event.addProperty("ts", "1.1");
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "event_callback");
    payload.addProperty("team_id", FakeSlack.TEAM);
    payload.addProperty("event_id", "EvHTTP");
    payload.add("event", event);
    return payload;
  }

  private int status(FakeRequests.Signed signed) throws Exception {
    return response(signed).statusCode();
  }

  private HttpResponse<String> response(FakeRequests.Signed signed) throws Exception {
    return slack.requests().post(signed).get(10, TimeUnit.SECONDS);
  }

  private static FakeRequests.Signed signedAt(Instant time) {
    return FakeRequests.sign(
        SlackJson.write(message()),
        String.valueOf(time.getEpochSecond()),
        Map.of("Content-Type", "application/json"));
  }

  @Test
  void everything_comes_by_requests_too() throws Exception {
    listen();
    ada.say("is it too late?");
    String command = ada.command("C1", "mydata");
    ada.checkReply("We will honor your objection.");
    slack.awaitAcknowledged();
    assertEquals(3, taken.size());
    assertEquals(
        RunningAdapter.HINT,
        slack
            .requests()
            .acknowledgement(command)
            .orElseThrow()
            .getAsJsonObject("payload")
            .get("text")
            .getAsString());
    assertEquals(List.of(), slack.requests().complaints());
  }

  @Test
  void slack_is_told_that_the_address_is_ours() throws Exception {
    listen();
    JsonObject challenge = new JsonObject();
    challenge.addProperty("type", "url_verification");
    challenge.addProperty("challenge", "abc");
    HttpResponse<String> response = response(slack.requests().signed("events_api", challenge, 0));
    assertEquals(200, response.statusCode());
    assertEquals("{\"challenge\":\"abc\"}", response.body());
  }

  @Test
  void who_is_not_slack_is_refused() throws Exception {
    listen();
    Instant now = Instant.now();
    FakeRequests.Signed good = signedAt(now);
    Map<String, String> forged = new HashMap<>(good.headers());
    forged.put("X-Slack-Signature", "v0=" + "0".repeat(64));
    assertEquals(401, status(new FakeRequests.Signed(forged, good.text())));
    forged.remove("X-Slack-Signature");
    assertEquals(401, status(new FakeRequests.Signed(forged, good.text())));
    assertEquals(401, status(new FakeRequests.Signed(Map.of(), good.text())));
    assertEquals(401, status(signedAt(now.minusSeconds(310))));
    assertEquals(401, status(signedAt(now.plusSeconds(310))));
    assertEquals(List.of(), taken);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Slack-Request-Timestamp,true",
    "X-Slack-Request-Timestamp,false",
    "X-Slack-Signature,true",
    "X-Slack-Signature,false"
  })
  void a_header_that_stands_twice_is_none(String name, boolean same) throws Exception {
    listen();
    FakeRequests.Signed good = signedAt(Instant.now());
    String second = same ? String.valueOf(good.headers().get(name)) : "0";
    HttpResponse<String> response =
        slack.requests().post(good, name, second).get(10, TimeUnit.SECONDS);
    assertEquals(401, response.statusCode());
    assertEquals(List.of(), taken);
    assertEquals(200, status(good));
  }

  @Test
  void a_replay_is_refused() throws Exception {
    listen();
    FakeRequests.Signed good = signedAt(Instant.now());
    assertEquals(200, status(good));
    assertEquals(401, status(good));
    assertEquals(1, taken.size());
  }

  @Test
  void a_body_that_is_too_large_is_refused() throws Exception {
    listen();
    FakeRequests.Signed large =
        FakeRequests.sign(
            "x".repeat((1 << 20) + 1),
            String.valueOf(Instant.now().getEpochSecond()),
            Map.of("Content-Type", "application/json"));
    assertEquals(413, status(large));
  }

  @Test
  void nonsense_with_a_good_signature_is_accepted_and_ignored() throws Exception {
    listen();
    for (String body :
        List.of("", "{", "[]", "null", "payload=", "payload=%7B", "a=%", "{\"type\":7}", "&&=")) {
      String time = String.valueOf(Instant.now().getEpochSecond());
      assertEquals(
          200, status(FakeRequests.sign(body, time, Map.of("Content-Type", "application/json"))));
    }
    assertEquals(List.of(), taken);
  }

  /** After the class, all that was logged is held against what is confidential. */
  @Test
  void what_slack_may_send_tomorrow_stays_out_of_the_log() throws Exception {
    listen();
    Confidential.tell("a secret of mine");
    for (String body :
        List.of(
            "{\"type\":\"telepathy\",\"thought\":\"a secret of mine\"}",
            "payload=%7B%22type%22%3A%22telepathy%22%2C%22thought%22%3A%22a+secret+of+mine%22%7D",
            "command=&text=a+secret+of+mine")) {
      String time = String.valueOf(Instant.now().getEpochSecond());
      String type = body.startsWith("{") ? "json" : "x-www-form-urlencoded";
      assertEquals(
          200,
          status(FakeRequests.sign(body, time, Map.of("Content-Type", "application/" + type))));
    }
  }

  @Test
  void hostile_requests_are_refused_or_mean_nothing() throws Exception {
    listen();
    String event = SlackJson.write(message());
    String time = String.valueOf(Instant.now().getEpochSecond());
    String deep = "{\"type\":\"event_callback\",\"event\":" + "[".repeat(100_000) + "1";
    String doubled = event.replaceFirst("\\{", "{\"type\":\"app_rate_limited\",");
    Map<String, String> zipped =
        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
    assertEquals(200, status(FakeRequests.sign("\u001f\u008b\u0008 not unpacked", time, zipped)));
    assertEquals(200, status(FakeRequests.sign(deep, time, Map.of())));
    assertEquals(200, status(FakeRequests.sign("a=" + "%41".repeat(100_000), time, Map.of())));
    assertEquals(List.of(), taken);
    FakeRequests.Signed good =
        FakeRequests.sign(event, time, Map.of("Content-Type", "application/json"));
    Map<String, String> twice = new HashMap<>(good.headers());
    twice.compute("X-Slack-Signature", (name, value) -> "v0=" + "0".repeat(64) + ", " + value);
    assertEquals(401, status(new FakeRequests.Signed(twice, event)));
    assertEquals(
        200, status(FakeRequests.sign(doubled, time, Map.of("Content-Type", "application/json"))));
    assertEquals(1, taken.size());
    Map<String, String> large = new HashMap<>(good.headers());
    large.put("X-Padding", "x".repeat(20_000));
    assertEquals(431, status(new FakeRequests.Signed(large, event)));
  }

  @Test
  void a_retry_is_one_turn() throws Exception {
    AtomicInteger offered = new AtomicInteger();
    listen(
        incoming -> {
          offered.incrementAndGet();
          return take(incoming);
        });
    JsonObject event = message();
    assertEquals(200, status(slack.requests().signed("events_api", event, 0)));
    event.addProperty("retry", "makes another signature");
    assertEquals(200, status(slack.requests().signed("events_api", event, 1)));
    assertEquals(2, offered.get());
    assertEquals(1, taken.size());
  }

  @Test
  void what_cannot_be_stored_is_answered_with_an_error_and_comes_again() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    listen(
        incoming -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("disk full");
          }
          return take(incoming);
        });
    String id = ada.say("hello");
    slack.awaitAcknowledged();
    assertEquals(2, slack.requests().deliveries(id));
    assertEquals(1, taken.size());
  }

  @Test
  void one_slow_write_does_not_hold_up_the_others() throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    listen(
        incoming -> {
          if (incoming.address().person().equals("U1ADA")) {
            await(stored);
          }
          return take(incoming);
        });
    ada.say("hello");
    List<String> others = List.of("U2", "U3", "U4", "U5", "U6", "U7");
    others.forEach(user -> new FakePerson(slack, user).say("hi"));
    slack.await("the others", () -> taken.size() == others.size());
    stored.countDown();
    slack.awaitAcknowledged();
  }

  @Test
  void a_token_that_is_taken_back_later_shows() throws Exception {
    listen();
    assertTrue(adapter.health.isTokenValid());
    slack.revokeTokens();
    slack.await("noticed", () -> !adapter.health.isTokenValid());
    assertFalse(adapter.health.isTokenValid());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
