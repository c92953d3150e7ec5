package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.transcript.SettableClock;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Slack's limits by method and workspace, and what it says about waiting. */
final class SlackTiersTest extends SenderFixture {
  @Test
  void a_method_is_not_called_more_often_than_its_tier_allows() {
    SettableClock now = new SettableClock(Instant.EPOCH);
    SlackTiers tiers = new SlackTiers(now);
    int called = 0;
    for (int second = 0; second < 120; second++) {
      while (tiers.early("T1", call("chat.update")).isEmpty()) {
        called++;
      }
      now.advance(Duration.ofSeconds(1));
    }
    // Half a minute's calls at once, then 50 a minute.
    assertTrue(called > 100 && called <= 125, String.valueOf(called));
    assertEquals(Optional.empty(), tiers.early("T2", call("chat.update")));
    assertEquals(Optional.empty(), tiers.early("T1", call("views.update")));
  }

  @Test
  void of_many_who_are_early_each_is_told_another_time() {
    SettableClock now = new SettableClock(Instant.EPOCH);
    SlackTiers tiers = new SlackTiers(now);
    Set<Duration> told = new HashSet<>();
    for (int i = 0; i < 90; i++) {
      tiers.early("T1", call("files.getUploadURLExternal")).ifPresent(told::add);
    }
    assertEquals(40, told.size(), "50 may go at once");
    assertTrue(told.stream().allMatch(wait -> wait.compareTo(Duration.ofSeconds(30)) < 0));
  }

  @Test
  void who_is_told_to_wait_is_not_asked_again_until_then() {
    slack.fault("chat.update", new Fault.Status(429, 7));
    String card = deliver(card("Where?", Optional.empty(), false)).get(0);
    Sending first = sender.send(card("Which?", Optional.of(card), true), Progress.none());
    assertEquals(new Sending.RetryAfter(Duration.ofSeconds(7)), first);
    clock.advance(Duration.ofSeconds(3));
    assertEquals(
        new Sending.Later(Duration.ofSeconds(4)),
        sender.send(card("Which?", Optional.of(card), true), Progress.none()));
    assertEquals(1, slack.calls("chat.update").size());
    clock.advance(Duration.ofSeconds(4));
    assertInstanceOf(
        Sending.Delivered.class,
        sender.send(card("Which?", Optional.of(card), true), Progress.none()));
  }

  @Test
  void a_channel_that_has_to_wait_holds_up_no_other() {
    FakePerson bob = new FakePerson(slack, "U2BOB");
    slack.fault("chat.postMessage", new Fault.Status(429, 7));
    assertInstanceOf(Sending.RetryAfter.class, sender.send(say(direct(), "1"), Progress.none()));
    assertInstanceOf(
        Sending.Delivered.class,
        sender.send(
            say(
                address(SlackRoute.directMessages(bob.directChannel(), Optional.empty())),
                "to Bob"),
            Progress.none()));
  }

  private static SlackCall call(String method) {
    return new SlackCall(method, new JsonObject());
  }
}
