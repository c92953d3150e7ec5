package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A letter from the first word to the last, while one request to Slack goes wrong: everybody sees
 * what they would have seen, in order, at most the one in flight twice.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class SlackWireFaultsTest extends ConversationFixture {
  private static final List<String> SAID =
      List.of("draft instagram france", "no reason", "Camille", "c@example.org", "@c", "yes");

  private static final List<Fault> FAULTS =
      List.of(
          new Fault.Reset(),
          new Fault.Cut(false),
          new Fault.Cut(true),
          new Fault.Status(502, 0),
          new Fault.Status(429, 1),
          new Fault.Done(new Fault.Status(504, 0)),
          new Fault.Done(new Fault.Refusal("internal_error")),
          new Fault.Silence());

  private int people;

  @Override
  Duration patience() {
    return Duration.ofMillis(400);
  }

  @Test
  void every_request_goes_wrong_once_in_one_way() throws Exception {
    List<String> undisturbed = seen(talk(List.of()));
    int requests = requests();
    assertTrue(requests > SAID.size(), "only " + requests + " requests");
    for (int k = 1; k <= requests; k++) {
      disturbed(undisturbed, k, FAULTS.get(k % FAULTS.size()));
    }
  }

  @Tag("deep")
  @Test
  void every_request_goes_wrong_in_every_way() throws Exception {
    List<String> undisturbed = seen(talk(List.of()));
    int requests = requests();
    for (int k = 1; k <= requests; k++) {
      for (Fault fault : FAULTS) {
        disturbed(undisturbed, k, fault);
      }
    }
  }

  @Test
  void what_may_have_arrived_comes_once_more_at_most() throws Exception {
    for (int tries = 0; tries < 2; tries++) {
      slack.fault("chat.postMessage", new Fault.Done(new Fault.Refusal("internal_error")));
      slack.fault("chat.postMessage", new Fault.Done(new Fault.Status(504, 0)));
    }
    ana.say("is it too late?");
    for (int tries = 0; tries < 6; tries++) {
      settle();
      clock.advance(Duration.ofMinutes(20));
    }
    assertEquals(2, seen(ana).size(), seen(ana)::toString);
  }

  private int requests() {
    return slack.calls().size()
        - slack.calls("auth.test").size()
        - slack.calls("apps.connections.open").size();
  }

  private void disturbed(List<String> undisturbed, int number, Fault fault) throws Exception {
    slack.faultAt(number, fault);
    List<String> seen = seen(talk(undisturbed));
    List<String> once = new ArrayList<>();
    for (String text : seen) {
      if (once.isEmpty() || !once.get(once.size() - 1).equals(text)) {
        once.add(text);
      }
    }
    String where = "request " + number + ", " + fault;
    assertEquals(undisturbed, once, where);
    assertTrue(seen.size() <= undisturbed.size() + 1, () -> where + ": " + seen);
  }

  /**
   * @param expected what is to come in the end; none: whatever comes
   */
  private FakePerson talk(List<String> expected) throws Exception {
    FakePerson person = new FakePerson(slack, "U0WIRE" + ++people);
    for (int turn = 0; turn < SAID.size(); turn++) {
      int before = seen(person).size();
      person.say(SAID.get(turn));
      boolean last = turn == SAID.size() - 1;
      int most = last && expected.isEmpty() ? 15 : 30;
      for (int tries = 0; tries < most && !isDone(person, before, last, expected); tries++) {
        settle();
        clock.advance(Duration.ofSeconds(2));
      }
    }
    return person;
  }

  /** The last answer is several messages. */
  private boolean isDone(FakePerson person, int before, boolean last, List<String> expected) {
    List<String> seen = seen(person);
    if (!last) {
      return seen.size() > before;
    }
    return !expected.isEmpty()
        && seen.get(seen.size() - 1).equals(expected.get(expected.size() - 1));
  }

  private List<String> seen(FakePerson person) {
    return slack.workspace().messages(person.directChannel()).stream()
        .filter(FakeMessage::fromBot)
        .sorted(Comparator.comparing(FakeMessage::ts))
        .map(message -> message.file().map(Object::toString).orElse(message.words()))
        .toList();
  }
}
