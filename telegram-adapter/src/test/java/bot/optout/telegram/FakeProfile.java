package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** What is set of the bot's menus and words, by scope and language. Guarded by its owner. */
final class FakeProfile {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, JsonNode> kept = new HashMap<>();

  JsonNode get(String method, CallBody call) {
    String what = method.substring("getMy".length());
    JsonNode nothing =
        what.equals("Commands")
            ? json.createArrayNode()
            : json.createObjectNode().put(field(what), "");
    return kept.getOrDefault(key(what, call), nothing);
  }

  JsonNode set(String method, CallBody call) {
    String what = method.substring("setMy".length());
    kept.put(
        key(what, call),
        what.equals("Commands")
            ? call.object("commands")
            : json.createObjectNode()
                .put(field(what), call.parameters().path(field(what)).asText()));
    return json.getNodeFactory().booleanNode(true);
  }

  private static String field(String what) {
    return switch (what) {
      case "Name" -> "name";
      case "Description" -> "description";
      default -> "short_description";
    };
  }

  private static String key(String what, CallBody call) {
    return what
        + " "
        + call.object("scope").path("type").asText("default")
        + " "
        + call.parameters().path("language_code").asText();
  }
}
