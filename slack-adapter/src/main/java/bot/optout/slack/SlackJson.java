package bot.optout.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/**
 * Reads the few fields of Slack's JSON that we need. Slack adds fields and types at any time, so
 * what is missing or of another type is simply not there.
 */
final class SlackJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private SlackJson() {}

  static Optional<JsonObject> parse(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException malformed) {
      return Optional.empty();
    }
  }

  static String write(JsonElement element) {
    return GSON.toJson(element);
  }

  static Optional<JsonObject> object(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  /** A text that is not empty; a number counts as its digits. */
  static Optional<String> text(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .filter(value -> !value.isEmpty());
  }

  /** A whole number that is not negative. */
  static Optional<Long> whole(JsonObject parent, String name) {
    return text(parent, name).filter(value -> value.matches("\\d{1,18}")).map(Long::valueOf);
  }

  static boolean flag(JsonObject parent, String name) {
    return text(parent, name).filter("true"::equals).isPresent();
  }

  static List<JsonObject> objects(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name)).filter(JsonElement::isJsonArray).stream()
        .flatMap(array -> array.getAsJsonArray().asList().stream())
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
