package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * In which installation something happened. In channels that several companies share, and in
 * organisations, the plain {@code team_id} may be somebody else's.
 */
final class SlackPlace {
  /** What is longer is no id of Slack's, and nothing to look for in a database. */
  private static final int LONGEST_ID = 255;

  private SlackPlace() {}

  static Optional<String> of(JsonObject payload) {
    return named(payload).filter(id -> id.length() <= LONGEST_ID);
  }

  private static Optional<String> named(JsonObject payload) {
    Optional<JsonObject> authorization =
        SlackJson.objects(payload, "authorizations").stream().findFirst();
    if (authorization.isPresent()) {
      return installed(authorization.get(), "is_enterprise_install", "enterprise_id", "team_id");
    }
    Optional<String> organisation = SlackJson.object(payload, "enterprise").flatMap(SlackPlace::id);
    if (SlackJson.flag(payload, "is_enterprise_install")) {
      return organisation.or(() -> SlackJson.text(payload, "enterprise_id"));
    }
    return SlackJson.object(payload, "view")
        .flatMap(view -> SlackJson.text(view, "app_installed_team_id"))
        .or(() -> SlackJson.object(payload, "team").flatMap(SlackPlace::id))
        .or(() -> SlackJson.text(payload, "team_id"))
        .or(() -> SlackJson.object(payload, "user").flatMap(u -> SlackJson.text(u, "team_id")));
  }

  /** Whether the person belongs to another company than the place does. */
  static boolean isGuest(JsonObject payload) {
    Optional<String> theirs =
        SlackJson.object(payload, "user").flatMap(user -> SlackJson.text(user, "team_id"));
    Optional<String> here = SlackJson.object(payload, "team").flatMap(SlackPlace::id);
    return theirs.isPresent() && here.isPresent() && !theirs.equals(here);
  }

  private static Optional<String> installed(
      JsonObject authorization, String flag, String organisation, String team) {
    return SlackJson.flag(authorization, flag)
        ? SlackJson.text(authorization, organisation)
        : SlackJson.text(authorization, team);
  }

  private static Optional<String> id(JsonObject object) {
    return SlackJson.text(object, "id");
  }
}
