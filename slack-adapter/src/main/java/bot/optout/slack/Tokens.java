package bot.optout.slack;

import bot.optout.store.Installation;
import bot.optout.store.TenantKey;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads the tokens that Slack hands out. */
final class Tokens {
  private final Clock clock;

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Of a workspace, or of a whole organisation. */
  Optional<Installation> installation(JsonObject body) {
    Optional<String> team =
        SlackJson.object(
                body, SlackJson.flag(body, "is_enterprise_install") ? "enterprise" : "team")
            .flatMap(place -> SlackJson.text(place, "id"));
    Optional<String> user = SlackJson.text(body, "bot_user_id");
    Optional<String> token = SlackJson.text(body, "access_token");
    if (team.isEmpty() || user.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Installation(
            new TenantKey(SlackEvents.PLATFORM, team.get()),
            user.get(),
            token.get(),
            SlackJson.text(body, "refresh_token"),
            expires(body),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  Optional<Installation> renewed(Installation old, JsonObject body) {
    return SlackJson.text(body, "access_token")
        .map(token -> old.renewed(token, SlackJson.text(body, "refresh_token"), expires(body)));
  }

  private Optional<Instant> expires(JsonObject body) {
    return SlackJson.whole(body, "expires_in")
        .map(seconds -> clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS));
  }
}
