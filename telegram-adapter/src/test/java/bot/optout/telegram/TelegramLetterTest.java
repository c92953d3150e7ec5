package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.telegram.FakeMessage.FakeButton;
import bot.optout.telegram.FakePeople.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a finished letter looks like in Telegram, beyond its words. */
@Timeout(60)
final class TelegramLetterTest {
  private static final Person ANA = FakePeople.person(42);

  @Test
  void addresses_have_a_button_that_copies_them() {
    try (RunningBot bot = new RunningBot()) {
      for (String said :
          List.of(
              "/start draft_instagram_fr", "no reason", "Camille", "c@example.org", "@camille")) {
        bot.people.say(ANA, said);
        bot.settle();
      }
      bot.people.say(ANA, "yes");
      bot.settle();
      FakeMessage where =
          bot.telegram.messages(ANA.id()).stream()
              .filter(message -> message.text().startsWith("Where it goes"))
              .findFirst()
              .orElseThrow();
      List<FakeButton> copying =
          where.buttons().stream().filter(button -> !button.copy().isEmpty()).toList();
      assertEquals("c@example.org", copied("Copy the e-mail address", copying));
      String address = copied("Copy the address", copying);
      assertTrue(address.startsWith("Meta Platforms Ireland Limited\n"), address);
      assertTrue(where.html().contains("<pre>" + address + "</pre>"), where.html());
      assertEquals(List.of(), bot.telegram.refusals());
    }
  }

  private static String copied(String label, List<FakeButton> buttons) {
    return buttons.stream()
        .filter(button -> button.label().equals(label))
        .map(FakeButton::copy)
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " in " + buttons));
  }
}
