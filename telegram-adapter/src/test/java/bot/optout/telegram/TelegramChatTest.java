package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import bot.optout.telegram.FakePeople.Person;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way through the whole adapter and back, with a parrot in the place of the bot. */
@Timeout(60)
final class TelegramChatTest {
  private static final Person ANA = FakePeople.person(42);

  private final Queue<Incoming> arrived = new ConcurrentLinkedQueue<>();
  private Optional<String> card = Optional.empty();

  @Test
  void what_was_done_is_answered_and_seen() {
    try (FakeTelegram telegram = FakeTelegram.start();
        TelegramAdapter adapter = Adapters.at(telegram)) {
      Sender sender = adapter.sender(Adapters.SELF);
      TelegramLoop loop = Adapters.loop(adapter, arrived::add, adapter.pulse());
      Thread thread = new Thread(loop::run, "poll");
      thread.start();
      TelegramChat chat =
          new TelegramChat(
              telegram,
              new FakePeople(telegram),
              ANA,
              () -> {
                telegram.await(() -> telegram.unconfirmed() == 0);
                new ArrayDeque<>(arrived).forEach(incoming -> parrot(sender, incoming));
                arrived.clear();
              });
      chat.say("hello <there>");
      assertEquals(List.of("Said hello <there>\n[Again]"), chat.received());
      chat.press("Again");
      assertEquals(List.of("Pressed again\n[Again]"), chat.received());
      assertEquals(1, telegram.messages(42).size());
      chat.command("/draft");
      assertEquals(List.of("Commanded draft\n[Again]"), chat.received());
      chat.edit("hello");
      assertEquals(List.of("Edited hello\n[Again]"), chat.received());
      chat.photo();
      assertEquals(List.of("Attached PHOTO\n[Again]"), chat.received());
      assertEquals(List.of(), telegram.refusals());
      loop.stop();
    }
  }

  private void parrot(Sender sender, Incoming incoming) {
    boolean pressed = incoming.input() instanceof Input.Pressed;
    Outgoing answer =
        new Outgoing.Say(
            incoming.address(),
            Message.of(words(incoming.input())).offering(new Choice("again", "Again")),
            Optional.of(new Outgoing.Card(card, pressed)));
    Sending.Delivered done = (Sending.Delivered) sender.send(answer, Progress.none());
    card = Optional.of(done.references().get(done.references().size() - 1));
  }

  private static String words(Input input) {
    if (input instanceof Input.Said said) {
      return "Said " + said.text();
    }
    if (input instanceof Input.Edited edited) {
      return "Edited " + edited.text();
    }
    if (input instanceof Input.Pressed pressed) {
      return "Pressed " + pressed.choice();
    }
    if (input instanceof Input.Commanded command) {
      return "Commanded " + command.name();
    }
    return input instanceof Input.Attached attached ? "Attached " + attached.kind() : "Left";
  }
}
