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
          Map.entry("context_actions", Set.of("type", "elements", "block_id")),
          Map.entry(
              "feedback_buttons",
              Set.of("type", "action_id", "positive_button", "negative_button")),
          Map.entry("input", Set.of("type", "label", "element", "block_id", "hint", "optional")),
          Map.entry(
              "plain_text_input",
              Set.of(
                  "type",
                  "action_id",
                  "multiline",
                  "min_length",
                  "max_length",
                  "initial_value",
                  "placeholder",
                  "focus_on_load")),
          Map.entry(
              "email_text_input",
              Set.of("type", "action_id", "initial_value", "placeholder", "focus_on_load")),
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

  private static final Set<String> IN_MESSAGES =
      Set.of("header", "context", "rich_text", "actions", "context_actions");

  private static final Set<String> IN_VIEWS =
      Set.of("header", "context", "rich_text", "actions", "input");

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

  /** What Slack would say against this modal or home. */
  static List<String> viewProblems(JsonObject view, String type) {
    BlockKitRules rules = new BlockKitRules();
    rules.view(view, type);
    return rules.problems;
  }

  private void view(JsonObject view, String type) {
    Set<String> fields =
        type.equals("modal")
            ? Set.of(
                "type",
                "title",
                "blocks",
                "submit",
                "close",
                "callback_id",
                "external_id",
                "private_metadata",
                "notify_on_close",
                "clear_on_close")
            : Set.of("type", "blocks", "callback_id", "external_id", "private_metadata");
    view.keySet().stream()
        .filter(field -> !fields.contains(field))
        .forEach(field -> problems.add("a " + type + " must not have " + field));
    if (!text(view, "type").equals(type)) {
      problems.add("must be a " + type);
    }
    JsonElement blocks = view.get("blocks");
    if (blocks == null || !blocks.isJsonArray()) {
      problems.add("blocks must be a list");
      return;
    }
    size("blocks", blocks.getAsJsonArray().size(), 1, 100);
    blocks.getAsJsonArray().forEach(block -> block(block, IN_VIEWS));
    size("private_metadata", text(view, "private_metadata").length(), 0, 3000);
    if (type.equals("modal")) {
      plainText(view.get("title"), 24);
      size("external_id", text(view, "external_id").length(), 1, 255);
      boolean form =
          SlackJson.objects(view, "blocks").stream().anyMatch(b -> text(b, "type").equals("input"));
      if (form || view.has("submit")) {
        plainText(view.get("submit"), 24);
      }
    }
  }

  private void message(JsonElement blocks) {
    if (!blocks.isJsonArray()) {
      problems.add("blocks must be a list");
      return;
    }
    size("blocks", blocks.getAsJsonArray().size(), 1, 50);
    blocks.getAsJsonArray().forEach(block -> block(block, IN_MESSAGES));
    if (characters > 13_200) {
      problems.add("msg_blocks_too_long");
    }
  }

  private void block(JsonElement element, Set<String> allowed) {
    String type = shape(element, allowed);
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
      case "context_actions" -> {
        size("context_actions", elements(block).size(), 1, 5);
        elements(block).forEach(this::feedback);
      }
      case "input" -> {
        plainText(block.get("label"), 2000);
        words("block_id", text(block, "block_id"), 255);
        input(block.get("element"));
      }
      case "rich_text" -> {
        size("rich_text", elements(block).size(), 1, 1000);
        elements(block).forEach(this::richPart);
      }
      default -> {}
    }
  }

  private void feedback(JsonElement element) {
    if (shape(element, Set.of("feedback_buttons")).isEmpty()) {
      return;
    }
    JsonObject feedback = element.getAsJsonObject();
    words("action_id", text(feedback, "action_id"), 255);
    for (String side : List.of("positive_button", "negative_button")) {
      JsonElement button = feedback.get(side);
      if (button == null || !button.isJsonObject()) {
        problems.add("feedback_buttons must have " + side);
        continue;
      }
      plainText(button.getAsJsonObject().get("text"), 75);
      words("value", text(button.getAsJsonObject(), "value"), 2000);
      words("accessibility_label", text(button.getAsJsonObject(), "accessibility_label"), 75);
    }
  }

  private void input(JsonElement element) {
    String type = shape(element, Set.of("plain_text_input", "email_text_input"));
    if (type.isEmpty()) {
      return;
    }
    words("action_id", text(element.getAsJsonObject(), "action_id"), 255);
    SlackJson.whole(element.getAsJsonObject(), "max_length")
        .ifPresent(most -> size("max_length", most.intValue(), 1, 3000));
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
