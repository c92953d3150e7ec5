package bot.optout.telegram;

import bot.optout.telegram.FakeMessage.FakeButton;
import bot.optout.telegram.FakePeople.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One person's private chat with the bot, driven like a dialogue: do something, then read what
 * there is to see.
 */
final class TelegramChat {
  private final FakeTelegram telegram;
  private final FakePeople people;
  private final Person person;
  private final Runnable settle;

  private final List<FakeMessage> everSeen = new ArrayList<>();
  private int lastSaid = 0;
  private long seen = 0;

  /**
   * @param settle returns when everything that was done so far has been answered
   */
  TelegramChat(FakeTelegram telegram, FakePeople people, Person person, Runnable settle) {
    this.telegram = telegram;
    this.people = people;
    this.person = person;
    this.settle = settle;
  }

  void say(String text) {
    act(() -> lastSaid = people.say(person, text));
  }

  /** A command with its slash, such as {@code /draft}. */
  void command(String command) {
    act(() -> people.say(person, command));
  }

  /** Presses the newest button with this label. One that opens the private chat starts it. */
  void press(String label) {
    FakeMessage message = newestWith(label);
    FakeButton button = button(message, label);
    int start = button.url().indexOf("?start=");
    if (start >= 0) {
      command("/start " + button.url().substring(start + "?start=".length()));
    } else {
      act(() -> people.press(person, message, button));
    }
  }

  /** Changes the last thing that was said. */
  void edit(String text) {
    act(() -> people.edit(person.chat(), person, lastSaid, text));
  }

  void photo() {
    act(() -> people.photo(person));
  }

  /** Telegram tells the bot, and refuses what it still sends. */
  boolean block() {
    act(() -> people.block(person.chat(), person));
    return true;
  }

  /** Does nothing; from now on something may come by itself. */
  void waiting() {
    seen = telegram.changes();
  }

  /** What is new or changed since the last action, from top to bottom of the changes. */
  List<String> received() {
    return fresh().stream().map(FakeMessage::seen).toList();
  }

  /** The same, with everything that a test may want to look at. */
  List<FakeMessage> fresh() {
    return telegram.messages(person.chat().id()).stream()
        .filter(message -> message.changed() > seen)
        .sorted(Comparator.comparingLong(FakeMessage::changed))
        .toList();
  }

  private void act(Runnable action) {
    seen = telegram.changes();
    action.run();
    settle.run();
    everSeen.addAll(fresh());
  }

  /** A client may still show, and press, buttons that the bot has taken away meanwhile. */
  private FakeMessage newestWith(String label) {
    List<FakeMessage> messages = new ArrayList<>(everSeen);
    messages.addAll(telegram.messages(person.chat().id()));
    for (int i = messages.size() - 1; i >= 0; i--) {
      FakeMessage message = messages.get(i);
      if (message.buttons().stream().anyMatch(key -> key.label().equals(label))) {
        return message;
      }
    }
    throw new AssertionError("no button " + label + " in " + messages);
  }

  private static FakeButton button(FakeMessage message, String label) {
    return message.buttons().stream()
        .filter(key -> key.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
