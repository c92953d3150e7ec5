package bot.optout.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes Block Kit. Words stand only in {@code plain_text} and {@code rich_text}, which Slack does
 * not parse: no word can mention, link or format, whoever wrote it.
 */
final class BlockKit {
  private BlockKit() {}

  static JsonObject header(String text) {
    JsonObject block = typed("header");
    block.add("text", plainText(text));
    return block;
  }

  static JsonObject context(String text) {
    JsonObject block = typed("context");
    block.add("elements", array(List.of(plainText(text))));
    return block;
  }

  static JsonObject richText(JsonObject... parts) {
    JsonObject block = typed("rich_text");
    block.add("elements", array(List.of(parts)));
    return block;
  }

  static JsonObject section(String text) {
    return words("rich_text_section", text);
  }

  static JsonObject quote(String text) {
    return words("rich_text_quote", text);
  }

  static JsonObject preformatted(String text) {
    return words("rich_text_preformatted", text);
  }

  static JsonObject items(boolean numbered, List<JsonObject> sections) {
    JsonObject items = typed("rich_text_list");
    items.addProperty("style", numbered ? "ordered" : "bullet");
    items.add("elements", array(sections));
    return items;
  }

  static JsonObject linkSection(String title, String url) {
    JsonObject link = typed("link");
    link.addProperty("url", url);
    link.addProperty("text", title);
    JsonObject section = typed("rich_text_section");
    section.add("elements", array(List.of(link)));
    return section;
  }

  static JsonObject actions(Collection<JsonObject> buttons) {
    JsonObject block = typed("actions");
    block.add("elements", array(buttons));
    return block;
  }

  static JsonObject button(String actionId, String label, String value) {
    JsonObject button = typed("button");
    button.add("text", plainText(label));
    button.addProperty("action_id", actionId);
    button.addProperty("value", value);
    button.addProperty("accessibility_label", label);
    return button;
  }

  /** Slack's own pair of thumbs, small and below everything else. */
  static JsonObject feedback(JsonObject positive, JsonObject negative) {
    JsonObject element = typed("feedback_buttons");
    element.addProperty("action_id", "feedback");
    element.add("positive_button", positive);
    element.add("negative_button", negative);
    JsonObject block = typed("context_actions");
    block.add("elements", array(List.of(element)));
    return block;
  }

  /** One of the thumbs. */
  static JsonObject opinion(String label, String value) {
    JsonObject button = new JsonObject();
    button.add("text", plainText(label));
    button.addProperty("value", value);
    button.addProperty("accessibility_label", label);
    return button;
  }

  /** Whether people can press something there. */
  static boolean isActions(JsonObject block) {
    return SlackJson.text(block, "type")
        .filter(type -> type.equals("actions") || type.equals("context_actions"))
        .isPresent();
  }

  static JsonArray array(Collection<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static JsonObject words(String type, String text) {
    JsonObject part = typed(type);
    part.add(
        "elements",
        array(
            SlackText.pieces(text, SlackLimits.TEXT_OBJECT).stream().map(BlockKit::run).toList()));
    return part;
  }

  private static JsonObject run(String text) {
    JsonObject run = typed("text");
    run.addProperty("text", text);
    return run;
  }

  static JsonObject plainText(String text) {
    JsonObject object = typed("plain_text");
    object.addProperty("text", text);
    object.addProperty("emoji", false);
    return object;
  }

  static JsonObject typed(String type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  static <T> List<List<T>> groups(List<T> all, int size) {
    return IntStream.range(0, (all.size() + size - 1) / size)
        .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
        .toList();
  }
}
