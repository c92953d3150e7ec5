package bot.optout.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Block Kit's shapes and limits for messages, as far as this bot uses it; all else is refused. */
final class BlockKitRules {
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("header", Set.of("type", "text", "block_id")),
          Map.entry("context", Set.of("type", "elements", "block_id")),
          Map.entry("rich_text", Set.of("type", "elements", "block_id")),
          Map.entry("actions", Set.of("type", "elements", "block_id")),
          Map.entry("rich_text_section", Set.of("type", "elements")),
          Map.entry("rich_text_quote", Set.of("type", "elements", "border")),
          Map.entry("rich_text_preformatted", Set.of("type", "elements", "border")),
          Map.entry("rich_text_list", Set.of("type", "elements", "style", "offset", "indent")),
          Map.entry("text", Set.of("type", "text", "style")),
          Map.entry("link", Set.of("type", "url", "text", "style", "unsafe")),
          Map.entry("plain_text", Set.of("type", "text", "emoji")),
          Map.entry(
              "button",
              Set.of("type", "text", "action_id", "value", "url", "style", "accessibility_label")));

  private final List<String> problems = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();
  private int characters;

  private BlockKitRules() {}

  /** What Slack would say against these blocks. */
  static List<String> problems(JsonElement blocks) {
    BlockKitRules rules = new BlockKitRules();
    rules.message(blocks);
    return rules.problems;
  }

  private void message(JsonElement blocks) {
    if (!blocks.isJsonArray()) {
      problems.add("blocks must be a list");
      return;
    }
    size("blocks", blocks.getAsJsonArray().size(), 1, 50);
    blocks.getAsJsonArray().forEach(this::block);
    if (characters > 13_200) {
      problems.add("msg_blocks_too_long");
    }
  }

  private void block(JsonElement element) {
    String type = shape(element, Set.of("header", "context", "rich_text", "actions"));
    JsonObject block = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    switch (type) {
      case "header" -> plainText(block.get("text"), 150);
      case "context" -> {
        size("context", elements(block).size(), 1, 10);
        elements(block).forEach(text -> plainText(text, 3000));
      }
      case "actions" -> {
        size("actions", elements(block).size(), 1, 25);
        elements(block).forEach(this::button);
      }
      case "rich_text" -> {
        size("rich_text", elements(block).size(), 1, 1000);
        elements(block).forEach(this::richPart);
      }
      default -> {}
    }
  }

  private void richPart(JsonElement element) {
    String type =
        shape(
            element,
            Set.of(
                "rich_text_section",
                "rich_text_quote",
                "rich_text_preformatted",
                "rich_text_list"));
    if (type.isEmpty()) {
      return;
    }
    JsonObject part = element.getAsJsonObject();
    size(type, elements(part).size(), 1, 1000);
    if (type.equals("rich_text_list")) {
      if (!Set.of("bullet", "ordered").contains(text(part, "style"))) {
        problems.add("rich_text_list must have a style");
      }
      elements(part)
          .forEach(
              item -> {
                if (shape(item, Set.of("rich_text_section")).isEmpty()) {
                  return;
                }
                size("item", elements(item.getAsJsonObject()).size(), 1, 1000);
                elements(item.getAsJsonObject()).forEach(this::run);
              });
    } else {
      elements(part).forEach(this::run);
    }
  }

  private void run(JsonElement element) {
    String type = shape(element, Set.of("text", "link"));
    if (type.isEmpty()) {
      return;
    }
    words(type, text(element.getAsJsonObject(), "text"), 3000);
    if (type.equals("link")
        && !text(element.getAsJsonObject(), "url").matches("https?://[^\\s]{1,3000}")) {
      problems.add("link must have a url");
    }
  }

  private void button(JsonElement element) {
    if (shape(element, Set.of("button")).isEmpty()) {
      return;
    }
    JsonObject button = element.getAsJsonObject();
    plainText(button.get("text"), 75);
    words("value", text(button, "value"), 2000);
    words("action_id", text(button, "action_id"), 255);
    words("accessibility_label", text(button, "accessibility_label"), 75);
    if (!actionIds.add(text(button, "action_id"))) {
      problems.add("action_id " + text(button, "action_id") + " already exists");
    }
  }

  private void plainText(JsonElement element, int most) {
    if (!shape(element, Set.of("plain_text")).isEmpty()) {
      words("plain_text", text(element.getAsJsonObject(), "text"), most);
    }
  }

  /** The type, or an empty text after a complaint. */
  private String shape(JsonElement element, Set<String> allowed) {
    if (element == null || !element.isJsonObject()) {
      problems.add("must be an object");
      return "";
    }
    String type = text(element.getAsJsonObject(), "type");
    if (!allowed.contains(type)) {
      problems.add("unsupported type: " + type);
      return "";
    }
    element.getAsJsonObject().keySet().stream()
        .filter(field -> !FIELDS.getOrDefault(type, Set.of()).contains(field))
        .forEach(field -> problems.add(type + " must not have " + field));
    return type;
  }

  private void words(String what, String words, int most) {
    size(what, words.length(), 1, most);
    if (what.equals("text") || what.equals("link") || what.equals("plain_text")) {
      characters += words.length();
    }
    if (words.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      problems.add(what + " is no proper text");
    }
  }

  private void size(String what, int size, int least, int most) {
    if (size < least || size > most) {
      problems.add(what + " must have " + least + " to " + most + ", has " + size);
    }
  }

  private static List<JsonElement> elements(JsonObject parent) {
    JsonElement elements = parent.get("elements");
    return elements != null && elements.isJsonArray()
        ? elements.getAsJsonArray().asList()
        : List.of();
  }

  private static String text(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .orElse("");
  }
}
