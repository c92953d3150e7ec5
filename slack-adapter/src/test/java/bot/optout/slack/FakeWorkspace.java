package bot.optout.slack;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workspace behind the fake Slack: people, channels, messages. */
final class FakeWorkspace {
  private Optional<String> zone = Optional.of("Europe/Amsterdam");
  private final Set<String> people = new HashSet<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> archived = new HashSet<>();
  private final List<FakeMessage> messages = new ArrayList<>();
  private String locale = "en-US";
  private long changes;
  private long time = 1_795_510_800_000_000L;

  synchronized void person(String user) {
    people.add(user);
    members.put(direct(user), new HashSet<>(Set.of(user, FakeSlack.BOT_USER)));
  }

  synchronized void channel(String channel, String... users) {
    members.put(channel, new HashSet<>(Set.of(users)));
  }

  /** Nobody's time zone is told, as on other platforms. */
  synchronized void keepZones() {
    zone = Optional.empty();
  }

  synchronized Optional<String> zone() {
    return zone;
  }

  /** The language everybody has set. */
  synchronized void speak(String language) {
    locale = language;
  }

  synchronized String locale() {
    return locale;
  }

  synchronized void archive(String channel) {
    archived.add(channel);
  }

  synchronized boolean exists(String user) {
    return people.contains(user);
  }

  synchronized boolean isMember(String channel, String user) {
    return members.getOrDefault(channel, Set.of()).contains(user);
  }

  /** Why nothing can be posted there, if so. */
  synchronized Optional<String> obstacle(String channel) {
    if (!members.containsKey(channel)) {
      return Optional.of("channel_not_found");
    }
    if (archived.contains(channel)) {
      return Optional.of("is_archived");
    }
    return isMember(channel, FakeSlack.BOT_USER) ? Optional.empty() : Optional.of("not_in_channel");
  }

  static String direct(String user) {
    return "D" + user.substring(1);
  }

  synchronized String timestamp() {
    time += 1_000;
    return time / 1_000_000 + "." + String.format("%06d", time % 1_000_000);
  }

  synchronized FakeMessage post(
      String channel,
      Optional<String> thread,
      String author,
      String text,
      JsonArray blocks,
      Optional<String> onlyFor,
      Optional<String> file) {
    FakeMessage message =
        new FakeMessage(
            channel, timestamp(), thread, author, text, blocks, onlyFor, file, ++changes);
    messages.add(message);
    notifyAll();
    return message;
  }

  synchronized Optional<FakeMessage> find(String channel, String ts) {
    return messages.stream()
        .filter(message -> message.channel().equals(channel) && message.ts().equals(ts))
        .findFirst();
  }

  synchronized void change(FakeMessage message, String text, JsonArray blocks) {
    messages.set(indexOf(message), message.saying(text, blocks, ++changes));
    notifyAll();
  }

  synchronized void remove(FakeMessage message) {
    messages.remove(indexOf(message));
    changes++;
    notifyAll();
  }

  private int indexOf(FakeMessage message) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).ts().equals(message.ts())) {
        return i;
      }
    }
    throw new AssertionError("no such message");
  }

  /** Something changed that is no message. */
  synchronized long changed() {
    notifyAll();
    return ++changes;
  }

  synchronized long changes() {
    return changes;
  }

  /** What the bot shows to this person, wherever. */
  synchronized List<FakeMessage> shownTo(String user) {
    return messages.stream()
        .filter(FakeMessage::fromBot)
        .filter(message -> isMember(message.channel(), user) || message.onlyFor().isPresent())
        .filter(message -> message.onlyFor().map(user::equals).orElse(true))
        .toList();
  }

  synchronized List<FakeMessage> messages() {
    return List.copyOf(messages);
  }

  synchronized List<FakeMessage> messages(String channel) {
    return messages.stream().filter(message -> message.channel().equals(channel)).toList();
  }
}
