package bot.optout.slack;

import bot.optout.transcript.Chat;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One person's direct messages with the bot, driven like a dialogue. */
final class SlackChat implements Chat {
  private final FakeSlack slack;
  private final FakePerson person;
  private final Runnable settle;
  private final Runnable restarting;
  private final Consumer<Duration> passing;
  private final List<FakeMessage> everSeen = new ArrayList<>();
  private long seen;
  private List<FakeMessage> before = List.of();

  /**
   * @param settle returns when everything that was done so far has been answered
   */
  SlackChat(
      FakeSlack slack,
      FakePerson person,
      Runnable settle,
      Runnable restarting,
      Consumer<Duration> passing) {
    this.restarting = restarting;
    this.slack = slack;
    this.person = person;
    this.settle = settle;
    this.passing = passing;
  }

  @Override
  public void say(String text) {
    act(() -> person.say(text));
  }

  @Override
  public void press(String label) {
    // A client may still show, and press, buttons that the bot has taken away meanwhile.
    List<FakeMessage> messages = new ArrayList<>(everSeen);
    messages.addAll(slack.workspace().shownTo(person.user()));
    FakeMessage message = newest(messages, m -> m.button(label).isPresent());
    JsonObject button = message.button(label).orElseThrow();
    act(() -> person.press(message, button));
  }

  /**
   * {@code /ask x} is {@code /optout x}, {@code /start} the bare command, all others keep their
   * name.
   */
  @Override
  public void command(String line) {
    String[] words = line.substring(1).split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    String text =
        switch (words[0]) {
          case "ask" -> rest;
          case "start" -> "";
          default -> line.substring(1);
        };
    act(() -> person.command(person.directChannel(), text));
  }

  @Override
  public void edit(String text) {
    FakeMessage message =
        newest(
            slack.workspace().messages(),
            m -> m.author().equals(person.user()) && m.channel().equals(person.directChannel()));
    act(() -> person.edit(message, text));
  }

  @Override
  public void photo() {
    act(() -> person.share("image/png"));
  }

  @Override
  public void pass(Duration time) {
    act(() -> passing.accept(time));
  }

  @Override
  public void restart() {
    act(restarting);
  }

  /** In Slack an app is removed from a workspace; a person cannot block it. */
  @Override
  public boolean block() {
    return false;
  }

  /** New or changed messages, oldest change first; a file is shown with the message below it. */
  @Override
  public List<String> received() {
    List<String> received = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (FakeMessage message : fresh()) {
      if (message.file().isPresent()) {
        files.add(message.seen());
      } else {
        received.add(message.seen(files));
        files.clear();
      }
    }
    received.addAll(files);
    return received;
  }

  /** The same, with everything that a test may want to look at. */
  List<FakeMessage> fresh() {
    return slack.workspace().shownTo(person.user()).stream()
        .filter(message -> message.changed() > seen)
        .filter(message -> !strippedOnly(message))
        .sorted(Comparator.comparingLong(FakeMessage::changed))
        .toList();
  }

  /** A card that only lost its buttons says nothing new. */
  private boolean strippedOnly(FakeMessage message) {
    return wordsBefore(message).filter(message.words()::equals).isPresent()
        && message.buttons().isEmpty();
  }

  private Optional<String> wordsBefore(FakeMessage message) {
    return before.stream()
        .filter(old -> old.ts().equals(message.ts()))
        .map(FakeMessage::words)
        .findFirst();
  }

  private void act(Runnable action) {
    seen = slack.workspace().changes();
    before = slack.workspace().shownTo(person.user());
    action.run();
    settle.run();
    everSeen.addAll(fresh());
  }

  private static FakeMessage newest(List<FakeMessage> messages, Predicate<FakeMessage> wanted) {
    return messages.stream()
        .filter(wanted)
        .max(Comparator.comparingLong(FakeMessage::changed))
        .orElseThrow(() -> new AssertionError("no such message"));
  }
}
