package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bot.optout.store.ConversationKey;
import bot.optout.store.Snapshot;
import bot.optout.telegram.FakePeople.Person;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ids that are real, and somebody else's. */
@Timeout(60)
final class TelegramForgeryTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Person BEN = FakePeople.person(43);

  private final RunningBot bot = new RunningBot();

  @AfterEach
  void close() {
    bot.close();
  }

  @Test
  void the_real_id_of_anothers_case_changes_nothing_of_theirs_and_shows_nothing_of_it() {
    for (String said :
        List.of(
            "draft instagram, germany",
            "no reason",
            "Camille",
            "c@example.org",
            "@camille",
            "yes")) {
      bot.people.say(ANA, said);
      bot.settle();
    }
    String id = press(ANA, "case:").split(":", -1)[1];
    bot.settle();
    Snapshot hers = snapshot(ANA);
    List<FakeMessage> shown = bot.telegram.messages(ANA.id());
    assertEquals(1, hers.cases().size());
    for (String what :
        List.of(
            "",
            ":sent:today",
            ":answered",
            ":mark",
            ":next",
            ":complain",
            ":snooze",
            ":quiet",
            ":dates",
            ":more",
            ":evidence",
            ":unkeep",
            ":close",
            ":reopen",
            ":delete",
            ":delete:yes",
            ":write:follow_up")) {
      bot.people.press(BEN.chat(), BEN, 1, "case:" + id + what);
      bot.people.say(BEN, "yes");
    }
    bot.settle();
    assertEquals(hers.version(), snapshot(ANA).version());
    assertEquals(hers.cases(), snapshot(ANA).cases());
    assertEquals(shown, bot.telegram.messages(ANA.id()));
    for (FakeMessage his : bot.telegram.messages(BEN.id())) {
      assertFalse(his.seen().contains("Camille") || his.seen().contains("nstagram"), his::seen);
    }
    assertEquals(List.of(), snapshot(BEN).cases());
  }

  private String press(Person person, String prefix) {
    FakeMessage message =
        bot.telegram.messages(person.id()).stream()
            .filter(one -> one.buttons().stream().anyMatch(it -> it.data().startsWith(prefix)))
            .reduce((one, later) -> later)
            .orElseThrow();
    FakeMessage.FakeButton button =
        message.buttons().stream()
            .filter(it -> it.data().startsWith(prefix))
            .findFirst()
            .orElseThrow();
    bot.people.press(person, message, button);
    return button.data();
  }

  private Snapshot snapshot(Person person) {
    String id = Long.toString(person.id());
    return bot.store
        .conversations(sent -> "")
        .load(new ConversationKey(TelegramSender.PLATFORM, Adapters.SELF.id(), id, id));
  }
}
