package bot.optout.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as it stands in the fake workspace.
 *
 * @param author a user; the bot's for what the bot wrote
 * @param onlyFor who sees it, if it is ephemeral
 * @param file the name of a shared file
 * @param changed counts up with every change anywhere
 */
record FakeMessage(
    String channel,
    String ts,
    Optional<String> thread,
    String author,
    String text,
    JsonArray blocks,
    Optional<String> onlyFor,
    Optional<String> file,
    long changed) {

  boolean fromBot() {
    return author.equals(FakeSlack.BOT_USER);
  }

  FakeMessage saying(String newText, JsonArray newBlocks, long change) {
    return new FakeMessage(channel, ts, thread, author, newText, newBlocks, onlyFor, file, change);
  }

  List<JsonObject> buttons() {
    return objects().stream()
        .filter(BlockKit::isActions)
        .flatMap(block -> SlackJson.objects(block, "elements").stream())
        .flatMap(FakeMessage::pressable)
        .toList();
  }

  /** The two thumbs of Slack's own element, or a button. */
  private static Stream<JsonObject> pressable(JsonObject element) {
    return SlackJson.text(element, "type").filter("feedback_buttons"::equals).isPresent()
        ? Stream.of("positive_button", "negative_button").map(element::getAsJsonObject)
        : Stream.of(element);
  }

  Optional<JsonObject> button(String label) {
    return buttons().stream().filter(b -> label(b).equals(label)).findFirst();
  }

  /** What a person sees: words, then buttons as {@code [label]}. */
  String seen() {
    return seen(List.of());
  }

  /** The same with files that came right before. */
  String seen(List<String> files) {
    List<String> parts = new ArrayList<>();
    parts.add(file.map(name -> "(file " + name + ")").orElseGet(this::words));
    parts.addAll(files);
    if (!buttons().isEmpty()) {
      parts.add(buttons().stream().map(b -> "[" + label(b) + "]").collect(Collectors.joining(" ")));
    }
    return String.join("\n", parts);
  }

  String words() {
    return blocks.isEmpty()
        ? text
        : objects().stream()
            .filter(block -> !BlockKit.isActions(block))
            .map(BlockWords::of)
            .collect(Collectors.joining("\n\n"))
            .strip();
  }

  static String label(JsonObject button) {
    return SlackJson.object(button, "text").flatMap(t -> SlackJson.text(t, "text")).orElse("");
  }

  private List<JsonObject> objects() {
    return blocks.asList().stream().map(block -> block.getAsJsonObject()).toList();
  }
}
