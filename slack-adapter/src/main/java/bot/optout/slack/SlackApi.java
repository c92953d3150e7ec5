package bot.optout.slack;

import bot.optout.operation.Secret;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Slack's Web API as one workspace's bot, within its limits there. */
final class SlackApi {
  private final SlackClient client;
  private final SlackTiers tiers;
  private final String team;
  private final Secret token;

  SlackApi(SlackClient client, SlackTiers tiers, String team, Secret token) {
    this.client = client;
    this.tiers = tiers;
    this.team = team;
    this.token = token;
  }

  /** Posts JSON; a full address gets no token. */
  SlackReply call(SlackCall call) {
    return within(call, () -> client.call(call, token));
  }

  /** Posts a form, and waits no longer than that; for what can be done without. */
  SlackReply ask(String method, Map<String, String> form, Duration patience) {
    return within(
        new SlackCall(method, new JsonObject()), () -> client.call(method, form, token, patience));
  }

  /** Posts a form: a few methods take nothing else. */
  SlackReply call(String method, Map<String, String> form) {
    return within(new SlackCall(method, new JsonObject()), () -> client.call(method, form, token));
  }

  SlackReply upload(String address, byte[] content) {
    return client.upload(address, content);
  }

  private SlackReply within(SlackCall call, Supplier<SlackReply> request) {
    Optional<Duration> early = tiers.early(team, call);
    if (early.isPresent()) {
      return new SlackReply.Limited(early.get(), true);
    }
    SlackReply reply = request.get();
    if (reply instanceof SlackReply.Limited limited) {
      tiers.close(team, call, limited.pause());
    }
    return reply;
  }
}
