package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * How an answer gets there; travels through the core as {@link bot.optout.Address#route}.
 *
 * @param channel a channel, a direct message channel, or a user id, which means the person's direct
 *     messages with us
 * @param thread the message under which the answer stands
 * @param reader who sees the answer
 * @param responseUrl where Slack takes up to five answers within 30 minutes
 * @param view a view of ours in which the answer is shown, instead of a message
 */
record SlackRoute(
    String channel,
    Optional<String> thread,
    Reader reader,
    Optional<String> responseUrl,
    Optional<View> view) {

  /** Who sees an answer. */
  enum Reader {
    /** Whoever reads the channel. */
    ALL,
    /** Only the person. */
    ONE,
    /** Whoever reads the channel, in which we need not be members. */
    ALL_BY_ADDRESS
  }

  /**
   * A modal or the app's home.
   *
   * @param id the id we gave the modal; {@value #HOME} for the home
   * @param step the same for everything that follows from one thing the person did
   * @param opened when the modal was asked for, in milliseconds since 1970, if it was just now
   * @param sent when the form in it was sent that led here, in the same way
   */
  record View(String id, String step, Optional<Long> opened, Optional<Long> sent) {
    static final String HOME = "home";

    /** One in which something was pressed. */
    View(String id, String step) {
      this(id, step, Optional.empty(), Optional.empty());
    }

    boolean isHome() {
      return id.equals(HOME);
    }
  }

  static SlackRoute directMessages(String channel, Optional<String> thread) {
    return new SlackRoute(channel, thread, Reader.ALL, Optional.empty(), Optional.empty());
  }

  static SlackRoute inThread(String channel, String thread) {
    return directMessages(channel, Optional.of(thread));
  }

  static SlackRoute ephemeral(
      String channel, Optional<String> thread, Optional<String> responseUrl) {
    return new SlackRoute(channel, thread, Reader.ONE, responseUrl, Optional.empty());
  }

  static SlackRoute shared(String channel, Optional<String> responseUrl) {
    return new SlackRoute(
        channel, Optional.empty(), Reader.ALL_BY_ADDRESS, responseUrl, Optional.empty());
  }

  static SlackRoute inView(String person, View view) {
    return new SlackRoute(
        person, Optional.empty(), Reader.ALL, Optional.empty(), Optional.of(view));
  }

  /** Where the same answer goes if the view is gone. */
  SlackRoute withoutView() {
    return directMessages(channel, Optional.empty());
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
                    reader(json),
                    SlackJson.text(json, "response_url"),
                    SlackJson.object(json, "view").flatMap(SlackRoute::view)));
  }

  private static Reader reader(JsonObject json) {
    if (SlackJson.flag(json, "ephemeral")) {
      return Reader.ONE;
    }
    return SlackJson.flag(json, "shared") ? Reader.ALL_BY_ADDRESS : Reader.ALL;
  }

  private static Optional<View> view(JsonObject json) {
    return SlackJson.text(json, "id")
        .map(
            id ->
                new View(
                    id,
                    SlackJson.text(json, "step").orElse(""),
                    SlackJson.whole(json, "opened"),
                    SlackJson.whole(json, "sent")));
  }

  String text() {
    JsonObject json = new JsonObject();
    json.addProperty("channel", channel);
    thread.ifPresent(value -> json.addProperty("thread", value));
    if (reader == Reader.ONE) {
      json.addProperty("ephemeral", true);
    }
    if (reader == Reader.ALL_BY_ADDRESS) {
      json.addProperty("shared", true);
    }
    responseUrl.ifPresent(value -> json.addProperty("response_url", value));
    view.ifPresent(value -> json.add("view", json(value)));
    return SlackJson.write(json);
  }

  private static JsonObject json(View view) {
    JsonObject json = new JsonObject();
    json.addProperty("id", view.id());
    json.addProperty("step", view.step());
    view.opened().ifPresent(time -> json.addProperty("opened", time));
    view.sent().ifPresent(time -> json.addProperty("sent", time));
    return json;
  }

  boolean ephemeral() {
    return reader == Reader.ONE;
  }

  /** Whether it leads into a person's direct messages with us. */
  boolean isDirect() {
    return !ephemeral() && isDirect(channel);
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
