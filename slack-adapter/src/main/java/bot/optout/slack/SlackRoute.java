package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * How an answer gets there; travels through the core as {@link bot.optout.Address#route}.
 *
 * @param channel a channel, a direct message channel, or a user id, which means the person's direct
 *     messages with us
 * @param thread the message under which the answer stands
 * @param ephemeral only the person sees the answer
 * @param responseUrl where Slack takes up to five ephemeral answers within 30 minutes
 */
record SlackRoute(
    String channel, Optional<String> thread, boolean ephemeral, Optional<String> responseUrl) {

  static SlackRoute directMessages(String channel, Optional<String> thread) {
    return new SlackRoute(channel, thread, false, Optional.empty());
  }

  static SlackRoute inThread(String channel, String thread) {
    return new SlackRoute(channel, Optional.of(thread), false, Optional.empty());
  }

  static SlackRoute ephemeral(
      String channel, Optional<String> thread, Optional<String> responseUrl) {
    return new SlackRoute(channel, thread, true, responseUrl);
  }

  /** An unreadable route leads nowhere. */
  static Optional<SlackRoute> parse(String route) {
    return SlackJson.parse(route).flatMap(SlackRoute::from);
  }

  private static Optional<SlackRoute> from(JsonObject json) {
    return SlackJson.text(json, "channel")
        .map(
            channel ->
                new SlackRoute(
                    channel,
                    SlackJson.text(json, "thread"),
                    SlackJson.flag(json, "ephemeral"),
                    SlackJson.text(json, "response_url")));
  }

  String text() {
    JsonObject json = new JsonObject();
    json.addProperty("channel", channel);
    thread.ifPresent(value -> json.addProperty("thread", value));
    if (ephemeral) {
      json.addProperty("ephemeral", true);
    }
    responseUrl.ifPresent(value -> json.addProperty("response_url", value));
    return SlackJson.write(json);
  }

  /** Whether it leads into a person's direct messages with us. */
  boolean isDirect() {
    return !ephemeral && isDirect(channel);
  }

  static boolean isDirect(String channel) {
    return isDirectChannel(channel) || isUser(channel);
  }

  static boolean isDirectChannel(String channel) {
    return channel.startsWith("D");
  }

  static boolean isUser(String channel) {
    return channel.startsWith("U") || channel.startsWith("W");
  }

  @Override
  public String toString() {
    return "SlackRoute";
  }
}
