package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Asks Slack who we are; the first request of all, so it also tells whether the token is good. */
final class Introduction {
  private final SlackClient client;

  Introduction(SlackClient client) {
    this.client = client;
  }

  SlackReply ask() {
    return client.call(new SlackCall("auth.test", new JsonObject()));
  }

  static Optional<SlackIdentity> identity(SlackReply reply) {
    if (!(reply instanceof SlackReply.Done done)) {
      return Optional.empty();
    }
    return SlackJson.text(done.body(), "team_id")
        .flatMap(
            team ->
                SlackJson.text(done.body(), "user_id").map(user -> new SlackIdentity(team, user)));
  }
}
