package bot.optout.slack;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Slack's sign-in: codes and refresh tokens are good once, tokens belong to one workspace. */
final class FakeOAuth {
  static final String CLIENT_ID = "111.222";
  static final String CLIENT_SECRET = "client-secret";
  static final String REDIRECT = "https://bot.example.org/slack/oauth_redirect";

  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> refreshes = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> spent = new HashSet<>();
  private int count;
  private long lifetime;

  /** From now on tokens last so many seconds; 0: for ever. */
  synchronized void lifetime(long seconds) {
    lifetime = seconds;
  }

  /** Somebody in that workspace agreed. */
  synchronized String code(String team) {
    String code = "code-" + ++count;
    codes.put(code, team);
    return code;
  }

  synchronized Optional<String> team(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  synchronized void revoke(String team) {
    tokens.values().removeIf(team::equals);
    refreshes.values().removeIf(team::equals);
  }

  /** How often a refresh token was spent twice. */
  synchronized int spentTwice() {
    return doubles;
  }

  private int doubles;

  synchronized JsonObject access(JsonObject args) {
    Optional<String> refresh = SlackJson.text(args, "refresh_token");
    if (refresh.isPresent()) {
      if (spent.contains(refresh.get())) {
        doubles++;
      }
      String team = refreshes.remove(refresh.get());
      spent.add(refresh.get());
      return team == null ? FakeMethods.error("invalid_refresh_token") : granted(team);
    }
    String team = codes.remove(SlackJson.text(args, "code").orElse(""));
    boolean known = SlackJson.text(args, "redirect_uri").filter(REDIRECT::equals).isPresent();
    return team == null || !known ? FakeMethods.error("invalid_code") : granted(team);
  }

  private JsonObject granted(String team) {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    answer.addProperty("app_id", "A0FAKE");
    answer.addProperty("token_type", "bot");
    answer.addProperty("scope", String.join(",", SlackInstall.SCOPES));
    answer.addProperty("bot_user_id", FakeSlack.BOT_USER);
    String token = (lifetime > 0 ? "xoxe.xoxb-" : "xoxb-") + team + "-" + ++count;
    tokens.put(token, team);
    answer.addProperty("access_token", token);
    if (lifetime > 0) {
      String refresh = "xoxe-1-" + team + "-" + count;
      refreshes.put(refresh, team);
      answer.addProperty("refresh_token", refresh);
      answer.addProperty("expires_in", lifetime);
    }
    JsonObject place = new JsonObject();
    place.addProperty("id", team);
    place.addProperty("name", "Fake");
    boolean organisation = team.startsWith("E");
    answer.add(organisation ? "enterprise" : "team", place);
    answer.add(organisation ? "team" : "enterprise", JsonNull.INSTANCE);
    answer.addProperty("is_enterprise_install", organisation);
    return answer;
  }
}
