package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * One message of Socket Mode.
 *
 * @param type {@code hello}, {@code disconnect}, {@code events_api}, ...
 * @param id must be acknowledged if there is one
 * @param payloadType what it carries, in the words of the payload
 * @param reason of a disconnect
 * @param person who did it, as far as it can be told
 */
record SlackEnvelope(
    String type,
    Optional<String> id,
    Optional<String> payloadType,
    Optional<String> reason,
    Optional<String> person) {

  static Optional<SlackEnvelope> read(String message) {
    return SlackJson.parse(message).map(SlackEnvelope::from);
  }

  private static SlackEnvelope from(JsonObject json) {
    return new SlackEnvelope(
        SlackJson.text(json, "type").orElse(""),
        SlackJson.text(json, "envelope_id"),
        SlackJson.object(json, "payload").flatMap(SlackPayload::type),
        SlackJson.text(json, "reason"),
        SlackJson.object(json, "payload").flatMap(SlackEnvelope::person));
  }

  private static Optional<String> person(JsonObject payload) {
    return SlackJson.text(payload, "user_id")
        .or(() -> SlackJson.object(payload, "user").flatMap(u -> SlackJson.text(u, "id")))
        .or(() -> SlackJson.object(payload, "event").flatMap(SlackEnvelope::author));
  }

  private static Optional<String> author(JsonObject event) {
    return SlackJson.text(event, "user")
        .or(() -> SlackJson.object(event, "message").flatMap(m -> SlackJson.text(m, "user")));
  }

  @Override
  public String toString() {
    return "SlackEnvelope[" + type + "]";
  }
}
