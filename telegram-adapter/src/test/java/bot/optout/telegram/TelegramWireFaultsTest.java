package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.telegram.FakePeople.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A letter from the first word to the last, while one request to Telegram goes wrong: everybody
 * sees what they would have seen, in order, at most the one in flight twice.
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class TelegramWireFaultsTest {
  private static final List<String> SAID =
      List.of("draft instagram france", "no reason", "Camille", "c@example.org", "@c", "yes");

  private static final List<Fault> FAULTS =
      List.of(
          Fault.reset(),
          Fault.reset().afterwards(),
          Fault.cut(),
          Fault.answer(502, "<html>Bad Gateway</html>"),
          Fault.gatewayTimeout().afterwards(),
          Fault.answer(503, "").afterwards(),
          Fault.tooMany(1),
          Fault.hang());

  private final RunningBot bot = new RunningBot(Adapters::hasty, door -> door);
  private long people = 1_000;

  @AfterEach
  void close() {
    bot.close();
  }

  @Test
  void every_request_goes_wrong_once_in_one_way() {
    List<String> undisturbed = seen(talk(List.of()));
    int requests = requests();
    assertTrue(requests > SAID.size(), "only " + requests + " requests");
    for (int k = 1; k <= requests; k++) {
      disturbed(undisturbed, k, FAULTS.get(k % FAULTS.size()));
    }
  }

  @Tag("deep")
  @Test
  void every_request_goes_wrong_in_every_way() {
    List<String> undisturbed = seen(talk(List.of()));
    int requests = requests();
    for (int k = 1; k <= requests; k++) {
      for (Fault fault : FAULTS) {
        disturbed(undisturbed, k, fault);
      }
    }
  }

  /** One that does what it is asked and gives up every time is believed only once. */
  @Test
  void a_gateway_that_always_gives_up_repeats_a_message_once_at_most() {
    Fault late = Fault.gatewayTimeout().afterwards();
    bot.telegram.fault("sendMessage", late, late, late, late);
    Person person = new Person(++people, "Somebody", "en");
    bot.people.say(person, "/privacy");
    for (int tries = 0; tries < 5; tries++) {
      bot.settle();
      bot.clock.advance(Duration.ofMinutes(20));
    }
    assertEquals(2, seen(person).size());
  }

  private int requests() {
    return FakeTelegram.METHODS_OF_SENDING.stream()
        .mapToInt(method -> bot.telegram.calls(method).size())
        .sum();
  }

  private void disturbed(List<String> undisturbed, int number, Fault fault) {
    bot.telegram.faultAt(number, fault);
    List<String> seen = seen(talk(undisturbed));
    List<String> once = new ArrayList<>();
    for (String text : seen) {
      if (once.isEmpty() || !once.get(once.size() - 1).equals(text)) {
        once.add(text);
      }
    }
    String where = "request " + number + ", " + fault.kind() + " " + fault.status();
    assertEquals(undisturbed, once, where);
    assertTrue(seen.size() <= undisturbed.size() + 1, () -> where + ": " + seen);
  }

  /**
   * @param expected what is to come in the end; none: whatever comes
   */
  private Person talk(List<String> expected) {
    Person person = new Person(++people, "Somebody", "en");
    for (String words : SAID) {
      int before = bot.telegram.messages(person.id()).size();
      bot.people.say(person, words);
      for (int tries = 0; tries < 20 && isSilent(person, before, words, expected); tries++) {
        bot.settle();
        bot.clock.advance(Duration.ofSeconds(2));
      }
    }
    return person;
  }

  /** The last answer is several messages. */
  private boolean isSilent(Person person, int before, String words, List<String> expected) {
    List<String> seen = seen(person);
    boolean last = words.equals(SAID.get(SAID.size() - 1));
    return last
        ? expected.isEmpty()
            ? seen.size() == before
            : !seen.get(seen.size() - 1).equals(expected.get(expected.size() - 1))
        : seen.size() == before;
  }

  private List<String> seen(Person person) {
    return bot.telegram.messages(person.id()).stream()
        .map(message -> message.file().map(CallBody.UploadedFile::name).orElse(message.text()))
        .toList();
  }
}
