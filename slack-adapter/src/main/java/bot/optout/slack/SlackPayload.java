package bot.optout.slack;

import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one shape of what Slack sends: a socket brings JSON, a request brings JSON or a form, and a
 * form brings fields or JSON in one of them.
 */
final class SlackPayload {
  private static final String COMMAND = "command";

  /** Bolt writes what it does not know into the log as it came, so it does not see it. */
  private static final Set<String> READABLE =
      Set.of(
          "event_callback",
          "block_actions",
          COMMAND,
          "message_action",
          "url_verification",
          "view_submission");

  private SlackPayload() {}

  /** What it is, in the words of the payload. */
  static Optional<String> type(JsonObject payload) {
    return SlackJson.text(payload, COMMAND)
        .map(command -> COMMAND)
        .or(() -> SlackJson.text(payload, "type"));
  }

  static boolean isReadable(String type) {
    return READABLE.contains(type);
  }

  static Optional<JsonObject> of(String body) {
    if (body.stripLeading().startsWith("{")) {
      return SlackJson.parse(body);
    }
    Map<String, String> fields = fields(body);
    String payload = fields.get("payload");
    return payload == null ? Optional.of(object(fields)) : SlackJson.parse(payload);
  }

  /** The first value of each field counts. What is badly encoded has no fields. */
  static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException badlyEncoded) {
      return Map.of();
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject object(Map<String, String> fields) {
    JsonObject object = new JsonObject();
    fields.forEach(object::addProperty);
    return object;
  }
}
