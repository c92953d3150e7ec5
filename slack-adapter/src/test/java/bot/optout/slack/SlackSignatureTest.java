package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.Secret;
import bot.optout.transcript.SettableClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSignatureTest {
  /** The example of Slack's documentation. */
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
          + "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private static final String TIME = "1531420618";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(1_531_420_618));
  private final SlackSignature signature =
      new SlackSignature(new Secret("8f742231b10e8888abcd99yyyzzz85a5"), clock);

  private boolean admits(String time, String signed, String body) {
    return signature.admits(
        Optional.of(time), Optional.of(signed), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void slacks_own_example_is_admitted_once() {
    assertTrue(admits(TIME, SIGNATURE, BODY));
    assertFalse(admits(TIME, SIGNATURE, BODY));
  }

  @Test
  void what_could_not_be_taken_may_come_again() {
    assertTrue(admits(TIME, SIGNATURE, BODY));
    signature.forget(Optional.of(TIME), BODY.getBytes(StandardCharsets.UTF_8));
    assertTrue(admits(TIME, SIGNATURE, BODY));
  }

  @ParameterizedTest
  @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
  void only_five_minutes_to_either_side_count(long seconds, boolean admitted) {
    clock.advance(Duration.ofSeconds(seconds));
    assertEquals(admitted, admits(TIME, SIGNATURE, BODY));
  }

  @Test
  void everything_about_it_must_be_right() {
    assertFalse(admits(TIME, SIGNATURE, BODY + " "));
    assertFalse(admits("1531420619", SIGNATURE, BODY));
    assertFalse(admits(TIME, SIGNATURE.replace("v0", "v1"), BODY));
    assertFalse(admits(TIME, SIGNATURE.substring(0, 20), BODY));
    assertFalse(admits(TIME, "", BODY));
    assertFalse(admits("+1531420618", SIGNATURE, BODY));
    assertFalse(admits("", SIGNATURE, BODY));
    assertFalse(admits("99999999999999999999", SIGNATURE, BODY));
    assertFalse(signature.admits(Optional.empty(), Optional.of(SIGNATURE), new byte[0]));
    assertFalse(signature.admits(Optional.of(TIME), Optional.empty(), new byte[0]));
    SlackSignature other = new SlackSignature(new Secret("other"), clock);
    assertFalse(
        other.admits(
            Optional.of(TIME), Optional.of(SIGNATURE), BODY.getBytes(StandardCharsets.UTF_8)));
    assertTrue(admits(TIME, SIGNATURE, BODY));
  }

  /** Each looks at few of those before it, or the last of many would look at all. */
  @Test
  void many_at_once_are_told_apart_quickly() {
    SlackSignature ours = new SlackSignature(new Secret(FakeRequests.SECRET), clock);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 30_000; i++) {
      FakeRequests.Signed signed = FakeRequests.sign("request " + i, TIME, Map.of());
      assertTrue(
          ours.admits(
              Optional.of(TIME),
              Optional.ofNullable(signed.headers().get("X-Slack-Signature")),
              signed.body()));
    }
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, took::toString);
  }

  @Test
  void bytes_count_whatever_they_mean() {
    SlackSignature ours = new SlackSignature(new Secret(FakeRequests.SECRET), clock);
    FakeRequests.Signed signed = FakeRequests.sign("{\"text\":\"żółć 😀\"}", TIME, Map.of());
    assertTrue(
        ours.admits(
            Optional.of(TIME),
            Optional.ofNullable(signed.headers().get("X-Slack-Signature")),
            signed.body()));
  }
}
