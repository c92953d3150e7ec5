package bot.optout.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HTTP mode: signed requests; events come again when they are not answered with 200 in time. */
final class FakeRequests extends FakeDeliveries {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final int TRIES = 4;

  private final Object news;
  private final Duration redelivery;
  private final BiConsumer<JsonObject, JsonObject> answered;
  private volatile Clock clock;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> open = new HashSet<>();
  private List<URI> addresses = List.of();
  private int turn;

  /** A request, ready to be sent. */
  record Signed(Map<String, String> headers, String text) {
    byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param news is notified of everything that happens
   * @param answered learns with what a thing was acknowledged
   */
  FakeRequests(
      Object news, Duration redelivery, Clock clock, BiConsumer<JsonObject, JsonObject> answered) {
    this.news = news;
    this.redelivery = redelivery;
    this.clock = clock;
    this.answered = answered;
  }

  /** Slack's own clock, by which it signs. */
  void tellTime(Clock time) {
    clock = time;
  }

  synchronized void to(int... ports) {
    addresses =
        IntStream.of(ports)
            .mapToObj(port -> URI.create("http://127.0.0.1:" + port + SlackRequests.PATH))
            .toList();
  }

  private synchronized URI next() {
    return addresses.get(turn++ % addresses.size());
  }

  @Override
  public synchronized String deliver(String type, JsonObject payload, boolean takesPayload) {
    String id = UUID.randomUUID().toString();
    open.add(id);
    send(id, type, payload, 0);
    return id;
  }

  private synchronized void send(String id, String type, JsonObject payload, int retry) {
    if (!open.contains(id) || retry >= TRIES) {
      return;
    }
    sent(id);
    Signed signed = signed(type, payload, retry);
    var unused =
        post(signed)
            .whenComplete((response, trouble) -> answered(id, type, payload, retry, response));
  }

  private void answered(
      String id,
      String type,
      JsonObject payload,
      int retry,
      @Nullable HttpResponse<String> response) {
    if (response != null && response.statusCode() == 200) {
      acknowledged(id, payload, response.body());
    } else if (type.equals("events_api")) {
      var unused =
          timer.schedule(
              () -> send(id, type, payload, retry + 1),
              redelivery.toMillis(),
              TimeUnit.MILLISECONDS);
    } else {
      complain("a " + type + " was lost");
    }
  }

  private void acknowledged(String id, JsonObject sent, String body) {
    JsonObject answer = new JsonObject();
    SlackJson.parse(body).ifPresent(payload -> answer.add("payload", payload));
    acknowledged(id, answer);
    answered.accept(sent, answer);
    synchronized (this) {
      open.remove(id);
    }
    announce();
  }

  private void announce() {
    synchronized (news) {
      news.notifyAll();
    }
  }

  /**
   * @param more headers, each name before its value, next to those of the request
   */
  CompletableFuture<HttpResponse<String>> post(Signed signed, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(next()).POST(HttpRequest.BodyPublishers.ofByteArray(signed.body()));
    signed.headers().forEach(request::header);
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  Signed signed(String type, JsonObject payload, int retry) {
    Map<String, String> headers = new HashMap<>();
    if (retry > 0) {
      headers.put("X-Slack-Retry-Num", String.valueOf(retry));
      headers.put("X-Slack-Retry-Reason", "http_error");
    }
    boolean event = type.equals("events_api");
    headers.put("Content-Type", event ? "application/json" : "application/x-www-form-urlencoded");
    return sign(
        event ? SlackJson.write(payload) : form(type, payload),
        String.valueOf(clock.instant().getEpochSecond()),
        headers);
  }

  static Signed sign(String body, String timestamp, Map<String, String> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      Map<String, String> all = new HashMap<>(headers);
      all.put("X-Slack-Request-Timestamp", timestamp);
      all.put("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes)));
      return new Signed(all, body);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String form(String type, JsonObject payload) {
    if (type.equals("interactive")) {
      return "payload=" + encoded(SlackJson.write(payload));
    }
    return payload.keySet().stream()
        .map(field -> field + "=" + encoded(payload.get(field).getAsString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized int unacknowledged() {
    return open.size();
  }
}
