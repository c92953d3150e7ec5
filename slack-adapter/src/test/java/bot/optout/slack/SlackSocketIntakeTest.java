package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Incoming;
import bot.optout.content.TestContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lanes of the intake, and how they, and the parts around them, end. */
@Timeout(30)
final class SlackSocketIntakeTest {
  private final RunningAdapter adapter =
      new RunningAdapter("http://127.0.0.1:1/api/", Clock.systemUTC(), TestContent::get)
          .introduced();

  @AfterEach
  void close() {
    adapter.close();
  }

  private SlackSocketIntake intake(int lanes, Predicate<Incoming> door) {
    return new SlackSocketIntake(adapter.listener(door), lanes, Clock.systemUTC());
  }

  private static void take(SlackSocketIntake intake, SlackSocketIntake.Line line, String message) {
    intake.take(line, SlackEnvelope.read(message).orElseThrow(), message);
  }

  private static String envelope(String file) throws IOException {
    try (var stream =
        Objects.requireNonNull(SlackSocketIntakeTest.class.getResourceAsStream(file + ".json"))) {
      return "{\"envelope_id\":\"e1\",\"type\":\"interactive\",\"payload\":"
          + new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          + "}";
    }
  }

  /** A form waits for its answer; the thread that ends the waiting serves all forms. */
  @Test
  void a_line_that_takes_nothing_holds_up_no_timer() throws Exception {
    CompletableFuture<String> acknowledging = new CompletableFuture<>();
    CountDownLatch never = new CountDownLatch(1);
    SlackSocketIntake intake = intake(2, incoming -> true);
    take(
        intake,
        (id, body) -> {
          acknowledging.complete(Thread.currentThread().getName());
          never.await();
        },
        envelope("view_submission"));
    assertTrue(acknowledging.get(10, TimeUnit.SECONDS).startsWith("slack-intake-"));
    CompletableFuture<String> another = new CompletableFuture<>();
    take(
        intake,
        (id, body) -> another.complete(body),
        envelope("view_submission").replace("U1ADA", "U1BEN"));
    assertTrue(another.get(10, TimeUnit.SECONDS).contains("response_action"));
    intake.close(Duration.ofMillis(10));
  }

  @Test
  void all_lanes_together_end_in_time() throws Exception {
    int lanes = 16;
    CountDownLatch stuck = new CountDownLatch(lanes);
    SlackSocketIntake intake =
        intake(
            lanes,
            incoming -> {
              stuck.countDown();
              return uninterrupted();
            });
    // Neighbours in the alphabet are in neighbouring lanes.
    for (int person = 0; person < lanes; person++) {
      String user = "U" + (char) ('A' + person);
      take(intake, (id, body) -> {}, envelope("message_im").replace("U1ADA", user));
    }
    assertTrue(stuck.await(10, TimeUnit.SECONDS));
    long before = System.nanoTime();
    intake.close(Duration.ofMillis(300));
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertTrue(took.compareTo(Duration.ofSeconds(4)) < 0, took::toString);
  }

  /** As a write that cannot be interrupted. */
  private static boolean uninterrupted() {
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    try {
      return never.orTimeout(5, TimeUnit.SECONDS).join();
    } catch (RuntimeException late) {
      return false;
    }
  }

  @Test
  void what_could_not_be_acknowledged_is_not_taken_for_acknowledged() throws Exception {
    SlackConnection closed =
        SlackConnection.to(
            "ws://127.0.0.1:1/", adapter.client.slack(), "xapp", (line, text) -> {}, line -> {});
    closed.close();
    for (int tries = 0; tries < 2; tries++) {
      assertThrows(RuntimeException.class, () -> closed.acknowledge("e1", ""));
    }
  }

  @Test
  void only_the_newest_are_remembered_and_each_is_new_once() {
    Recent<String, Boolean> recent = new Recent<>(2);
    assertTrue(recent.putIfAbsent("a", true));
    assertFalse(recent.putIfAbsent("a", true));
    assertTrue(recent.putIfAbsent("b", true) && recent.putIfAbsent("c", true));
    assertTrue(recent.putIfAbsent("a", true), "long forgotten");
  }
}
