package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Incoming;
import bot.optout.content.TestContent;
import bot.optout.fuzz.Mutations;
import bot.optout.operation.HttpCall;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Payloads as Slack would never send them, through both doors: each is taken or ignored, none holds
 * anybody up, and whatever is taken can be sent an answer. A seed makes it the same again: {@code
 * -Dfuzz.seed=7}.
 */
@Timeout(600)
final class SlackFuzzTest {
  private static final Path RECORDED = Path.of("src/test/resources/bot/optout/slack");
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final long seed =
      Long.getLong("fuzz.seed", Boolean.getBoolean("deep") ? new Random().nextLong() : 1);
  private final RunningAdapter adapter =
      new RunningAdapter("http://127.0.0.1:1/api/", Clock.systemUTC(), TestContent::get)
          .introduced();
  private final SlackListener listener = adapter.listener(this::understood);
  private final SlackSocketIntake sockets = new SlackSocketIntake(listener, 1, Clock.systemUTC());
  private final HttpRoute requests =
      new SlackRequests(
              new SlackSignature(new Secret(FakeRequests.SECRET), Clock.systemUTC()), listener)
          .route();
  private List<String> recorded = List.of();
  private int understood;

  @BeforeEach
  void read() throws IOException {
    TestContent.get();
    try (Stream<Path> files = Files.list(RECORDED)) {
      recorded =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(SlackFuzzTest::text)
              .toList();
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    sockets.close(Duration.ofSeconds(1));
    listener.close();
    adapter.close();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }

  /** Says that it came before, so that nothing is opened or suggested for it. */
  private boolean understood(Incoming incoming) {
    understood++;
    // The store takes no key of any length.
    assertTrue(incoming.dedupeKey().length() <= 1_000, () -> "seed " + seed);
    assertTrue(incoming.address().person().length() <= 1_000, () -> "seed " + seed);
    assertTrue(SlackRoute.parse(incoming.address().route()).isPresent());
    assertEquals(FakeSlack.TEAM, incoming.address().tenant());
    return false;
  }

  @Test
  void five_thousand_broken_payloads_harm_nobody() {
    harmNobody(5_000);
  }

  @Tag("deep")
  @Test
  void two_hundred_thousand_broken_payloads_harm_nobody() {
    harmNobody(200_000);
  }

  private void harmNobody(int cases) {
    Mutations mutations = new Mutations(seed);
    long slowest = 0;
    for (int i = 0; i < cases; i++) {
      String payload = mutations.mutate(recorded.get(i / 2 % recorded.size()));
      slowest = Math.max(slowest, taken(payload, i));
    }
    System.out.printf(
        "%d payloads, seed %d: %d understood, slowest %d ms%n",
        cases, seed, understood, slowest / 1_000_000);
    long longest = slowest;
    assertTrue(longest < SLOW.toNanos(), () -> "too slow, seed " + seed);
    // Else the campaign stands still in front of the parser.
    assertTrue(understood > cases / 10, () -> "only " + understood + " understood, seed " + seed);
  }

  /** How long it took, in nanoseconds. */
  private long taken(String payload, int number) {
    long before = System.nanoTime();
    try {
      if (number % 2 == 0) {
        bySocket(payload);
      } else {
        byRequest(payload, number);
      }
    } catch (Exception | Error trouble) {
      throw new AssertionError("seed " + seed + ", number " + number + ":\n" + payload, trouble);
    }
    return System.nanoTime() - before;
  }

  private void bySocket(String payload) throws Exception {
    String message =
        "{\"envelope_id\":\"e1\",\"type\":\"interactive\",\"accepts_response_payload\":true,"
            + "\"payload\":"
            + payload
            + "}";
    Optional<SlackEnvelope> envelope = SlackEnvelope.read(message);
    if (envelope.isPresent()) {
      sockets.store(envelope.get(), message).get(3, TimeUnit.SECONDS);
    }
  }

  private void byRequest(String payload, int number) throws Exception {
    String time = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    // What is sent twice is refused, and some mutations come to the same.
    String body = body(payload) + " ".repeat(number % 97);
    FakeRequests.Signed signed = FakeRequests.sign(body, time, Map.of("Content-Type", type(body)));
    int status =
        requests.handler().answer(new HttpCall("", signed.headers(), signed.body())).status();
    assertTrue(status == 200 || status == 401, () -> "answered with " + status);
  }

  private static String type(String body) {
    return body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  }

  /** Events come as they are, commands as fields, everything else as JSON in a field. */
  private static String body(String payload) {
    JsonObject json = SlackJson.parse(payload).orElseGet(JsonObject::new);
    if (json.has("command")) {
      return json.keySet().stream()
          .map(name -> encoded(name) + "=" + encoded(SlackJson.text(json, name).orElse("")))
          .collect(Collectors.joining("&"));
    }
    return json.has("event") ? payload : "payload=" + encoded(payload);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
