package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sessions in which no answer comes: nobody is shown a spinner for ever. */
final class SlackSessionsTest extends SenderFixture {
  private final Address thread = address(SlackRoute.inThread("D1ADA", "1.1"));

  private void heard(SlackSessions sessions) throws InterruptedException {
    Incoming said = new Incoming("k", thread, new Input.Said("hello"), Optional.empty());
    Workspace workspace = adapter.workspace.of(FakeSlack.TEAM).orElseThrow();
    sessions.heard(workspace, SlackRoute.parse(thread.route()).orElseThrow(), said);
    slack.await("processing", () -> statuses().equals("processing"));
  }

  private String statuses() {
    return slack.calls("agents.sessions.setStatus").stream()
        .map(call -> SlackJson.text(call.args(), "status").orElse(""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void an_answer_that_slack_refuses_ends_it() throws Exception {
    heard(adapter.sessions);
    slack.fault("chat.postMessage", new Fault.Refusal("invalid_blocks"));
    assertInstanceOf(Sending.Refused.class, sender.send(say(thread, "Hello."), Progress.none()));
    slack.await("active", () -> statuses().equals("processing active"));
  }

  @Test
  void time_ends_it() throws Exception {
    try (SlackSessions hasty =
        new SlackSessions(adapter.apis, Duration.ZERO, Duration.ofMillis(300))) {
      heard(hasty);
      slack.await("active", () -> statuses().equals("processing active"));
    }
  }
}
