package bot.optout.slack;

import bot.optout.message.Choice;
import bot.optout.message.ChoiceIds;
import bot.optout.message.Message;
import bot.optout.slack.BlockRenderer.Rendered;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns messages into requests to Slack. A message that is too long becomes several parts, split
 * between blocks; the buttons are on the last one.
 */
final class SlackRenderer {
  private SlackRenderer() {}

  /** What one message of Slack's says: {@code text} and {@code blocks}. */
  static List<JsonObject> parts(Message message) {
    List<Rendered> blocks = message.blocks().stream().flatMap(BlockRenderer::render).toList();
    List<JsonObject> actions = BlockRenderer.actions(message.choices()).toList();
    List<List<Rendered>> parts = split(blocks, SlackLimits.BLOCKS - actions.size());
    List<JsonObject> result = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      result.add(part(parts.get(i), last ? actions : List.of(), message.choices()));
    }
    return result;
  }

  static SlackCall post(SlackRoute route, JsonObject part) {
    JsonObject args = guarded(part);
    args.addProperty("channel", route.channel());
    route.thread().ifPresent(thread -> args.addProperty("thread_ts", thread));
    args.addProperty("unfurl_links", false);
    args.addProperty("unfurl_media", false);
    args.addProperty("mrkdwn", false);
    return new SlackCall("chat.postMessage", args);
  }

  static SlackCall postEphemeral(SlackRoute route, String person, JsonObject part) {
    JsonObject args = guarded(part);
    args.addProperty("channel", route.channel());
    args.addProperty("user", person);
    route.thread().ifPresent(thread -> args.addProperty("thread_ts", thread));
    return new SlackCall("chat.postEphemeral", args);
  }

  /**
   * An answer to a command or a press.
   *
   * @param replacing the message with the pressed button
   */
  static SlackCall respond(
      String responseUrl, boolean replacing, SlackRoute route, JsonObject part) {
    JsonObject args = guarded(part);
    args.addProperty("response_type", route.ephemeral() ? "ephemeral" : "in_channel");
    args.addProperty("replace_original", replacing);
    route.thread().ifPresent(thread -> args.addProperty("thread_ts", thread));
    return new SlackCall(responseUrl, args);
  }

  /** The same with one more button, which shows the answer to all. */
  static JsonObject withShare(JsonObject part, String entry, String label) {
    JsonObject result = part.deepCopy();
    JsonArray blocks = result.getAsJsonArray("blocks");
    if (blocks != null && blocks.size() < SlackLimits.BLOCKS) {
      JsonObject share = BlockKit.button("share", label, SlackActions.SHARE + entry);
      blocks.add(BlockKit.actions(List.of(share)));
    }
    return result;
  }

  /** The answer under which people can say what they think of it, by its id. */
  static Optional<String> answer(Message message) {
    return message.choices().stream()
        .map(Choice::id)
        .filter(id -> id.startsWith(ChoiceIds.UP))
        .map(id -> id.substring(ChoiceIds.UP.length()))
        .findFirst();
  }

  static SlackCall update(SlackReference message, JsonObject part) {
    JsonObject args = guarded(part);
    args.addProperty("channel", message.channel());
    args.addProperty("ts", message.id());
    return new SlackCall("chat.update", args);
  }

  static SlackCall delete(SlackReference reference) {
    JsonObject args = new JsonObject();
    if (reference.isFile()) {
      args.addProperty("file", reference.id());
      return new SlackCall("files.delete", args);
    }
    args.addProperty("channel", reference.channel());
    args.addProperty("ts", reference.id());
    return new SlackCall("chat.delete", args);
  }

  /** The same without its buttons; empty if nothing would change. */
  static Optional<JsonObject> withoutButtons(JsonObject part) {
    List<JsonObject> all = SlackJson.objects(part, "blocks");
    JsonArray left = BlockKit.array(all.stream().filter(b -> !BlockKit.isActions(b)).toList());
    if (left.isEmpty() || left.size() == all.size()) {
      return Optional.empty();
    }
    JsonObject result = part.deepCopy();
    result.add("blocks", left);
    return Optional.of(result);
  }

  private static List<List<Rendered>> split(List<Rendered> blocks, int most) {
    List<List<Rendered>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    int length = 0;
    for (Rendered block : blocks) {
      List<Rendered> part = parts.get(parts.size() - 1);
      boolean full =
          part.size() == most || length + block.words().length() > SlackLimits.MESSAGE_TEXT;
      if (full && !part.isEmpty()) {
        part = new ArrayList<>();
        parts.add(part);
        length = 0;
      }
      part.add(block);
      length += block.words().length();
    }
    return parts;
  }

  private static JsonObject part(
      List<Rendered> blocks, List<JsonObject> actions, List<Choice> choices) {
    JsonObject part = new JsonObject();
    part.addProperty("text", fallback(blocks, actions.isEmpty() ? List.of() : choices));
    List<JsonObject> all =
        Stream.concat(blocks.stream().map(Rendered::json), actions.stream()).toList();
    if (!all.isEmpty()) {
      part.add("blocks", BlockKit.array(all));
    }
    return part;
  }

  /** What notifications show and screen readers read. Slack parses it, so it is escaped. */
  private static String fallback(List<Rendered> blocks, List<Choice> choices) {
    String words = blocks.stream().map(Rendered::words).collect(Collectors.joining("\n\n"));
    String labels = choices.stream().map(Choice::label).collect(Collectors.joining(", "));
    String text = SlackText.clean(words.isBlank() ? labels : words);
    String filled = text.isBlank() ? BlockRenderer.BLANK : text;
    return SlackMarkup.escaped(SlackText.cut(filled, SlackLimits.FALLBACK));
  }

  /** Slack looks for names and links in the fallback text unless told not to. */
  private static JsonObject guarded(JsonObject part) {
    JsonObject args = part.deepCopy();
    args.addProperty("parse", "none");
    args.addProperty("link_names", false);
    return args;
  }
}
