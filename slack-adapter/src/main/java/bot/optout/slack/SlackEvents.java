package bot.optout.slack;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Incoming;
import bot.optout.Input;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Reads what Slack sends. Everything it does not know is ignored, never refused: Slack sends new
 * things at any time, and repeats what is not acknowledged.
 */
final class SlackEvents {
  static final String PLATFORM = "slack";

  /** The conversation of a person's direct messages with us, whichever way they came there. */
  static final String DIRECT = "im";

  /** The core's mark for things that belong into the direct messages. */
  static final String PRIVATE = "private:";

  private final SlackIdentity identity;

  SlackEvents(SlackIdentity identity) {
    this.identity = identity;
  }

  /** The payload of an envelope, or the body of a request. */
  Meaning read(JsonObject payload) {
    if (payload.has("command")) {
      return command(payload);
    }
    String type = SlackJson.text(payload, "type").orElse("untyped");
    return switch (type) {
      case "event_callback" ->
          SlackJson.object(payload, "event")
              .map(event -> event(payload, event))
              .orElseGet(() -> ignored(type));
      case "block_actions" -> pressed(payload);
      default -> ignored(type);
    };
  }

  static Meaning ignored(String what) {
    return new Meaning.Ignored(what);
  }

  private Meaning event(JsonObject payload, JsonObject event) {
    String type = SlackJson.text(event, "type").orElse("untyped event");
    SlackMessages messages = new SlackMessages(identity.user());
    Optional<Input> input =
        switch (type) {
          case "message" -> messages.direct(event);
          case "app_mention" -> messages.mention(event);
          default -> Optional.empty();
        };
    Optional<Address> address =
        type.equals("message") ? directAddress(event) : mentionAddress(event);
    return SlackJson.text(payload, "event_id")
        .flatMap(id -> input.flatMap(in -> address.map(at -> happened(id, at, in))))
        .orElseGet(() -> ignored(type));
  }

  private Optional<Address> directAddress(JsonObject event) {
    JsonObject message = SlackJson.object(event, "message").orElse(event);
    Optional<String> thread = SlackJson.text(message, "thread_ts");
    return SlackJson.text(message, "user")
        .flatMap(
            user ->
                SlackJson.text(event, "channel")
                    .map(at -> direct(user, SlackRoute.directMessages(at, thread))));
  }

  private Optional<Address> mentionAddress(JsonObject event) {
    return SlackJson.text(event, "user")
        .flatMap(
            user ->
                SlackJson.text(event, "channel")
                    .flatMap(
                        channel ->
                            SlackJson.text(event, "thread_ts")
                                .or(() -> SlackJson.text(event, "ts"))
                                .map(thread -> among(user, channel, thread))));
  }

  private Meaning command(JsonObject payload) {
    Optional<String> user = SlackJson.text(payload, "user_id");
    Optional<String> channel = SlackJson.text(payload, "channel_id");
    Optional<String> trigger = SlackJson.text(payload, "trigger_id");
    if (user.isEmpty() || channel.isEmpty() || trigger.isEmpty()) {
      return ignored("incomplete command");
    }
    String text = SlackMarkup.plain(SlackJson.text(payload, "text").orElse(""), identity.user());
    Input.Commanded input = SlackCommand.read(text);
    boolean personal = SlackCommand.isPersonal(input) || SlackRoute.isDirect(channel.get());
    Address address =
        personal
            ? direct(user.get(), SlackRoute.directMessages(user.get(), Optional.empty()))
            : alone(user.get(), channel.get(), Optional.empty(), responseUrl(payload));
    Incoming incoming = incoming("command:" + trigger.get(), address, input);
    return new Meaning.Happened(incoming, personal ? channel : Optional.empty());
  }

  private Meaning pressed(JsonObject payload) {
    Optional<JsonObject> action = SlackJson.objects(payload, "actions").stream().findFirst();
    Optional<String> choice = action.flatMap(a -> SlackJson.text(a, "value"));
    Optional<String> user = SlackJson.object(payload, "user").flatMap(u -> SlackJson.text(u, "id"));
    Optional<String> trigger = SlackJson.text(payload, "trigger_id");
    Optional<JsonObject> container = SlackJson.object(payload, "container");
    if (choice.isEmpty() || user.isEmpty() || trigger.isEmpty() || container.isEmpty()) {
      return ignored("incomplete block_actions");
    }
    String key =
        "action:"
            + trigger.get()
            + ":"
            + action.flatMap(a -> SlackJson.text(a, "action_ts")).orElse("");
    if (choice.get().startsWith(PRIVATE)) {
      SlackRoute route = SlackRoute.directMessages(user.get(), Optional.empty());
      return happened(key, direct(user.get(), route), inPrivate(choice.get()));
    }
    return where(payload, container.get(), user.get(), choice.get())
        .map(address -> happened(key, address, new Input.Pressed(choice.get())))
        .orElseGet(() -> ignored("block_actions outside of messages"));
  }

  private Optional<Address> where(
      JsonObject payload, JsonObject container, String user, String choice) {
    Optional<String> thread = SlackJson.text(container, "thread_ts");
    boolean ephemeral = SlackJson.flag(container, "is_ephemeral");
    return SlackJson.text(container, "channel_id")
        .flatMap(
            channel -> {
              if (ephemeral && SlackCommand.beginsPersonal(choice)) {
                return Optional.of(direct(user, SlackRoute.directMessages(user, Optional.empty())));
              }
              if (ephemeral) {
                return Optional.of(alone(user, channel, thread, responseUrl(payload)));
              }
              if (SlackRoute.isDirectChannel(channel)) {
                return Optional.of(direct(user, SlackRoute.directMessages(channel, thread)));
              }
              return thread
                  .or(() -> SlackJson.text(container, "message_ts"))
                  .map(under -> among(user, channel, under));
            });
  }

  /**
   * {@code private:draft} is the command {@code draft}; what follows a second colon belongs to it.
   */
  private static Input inPrivate(String choice) {
    String[] parts = choice.substring(PRIVATE.length()).split(":", 2);
    return new Input.Commanded(parts[0], parts.length == 2 ? parts[1] : "");
  }

  private static Optional<String> responseUrl(JsonObject payload) {
    return SlackJson.text(payload, "response_url");
  }

  private static Meaning happened(String key, Address address, Input input) {
    return new Meaning.Happened(incoming(key, address, input), Optional.empty());
  }

  private static Incoming incoming(String key, Address address, Input input) {
    return new Incoming(key, address, input, Optional.empty());
  }

  private Address direct(String user, SlackRoute route) {
    return address(DIRECT, user, Audience.ALONE, route);
  }

  /** Apart from what the person says aloud in the same channel. */
  private Address alone(
      String user, String channel, Optional<String> thread, Optional<String> responseUrl) {
    SlackRoute route = SlackRoute.ephemeral(channel, thread, responseUrl);
    return address(channel + "/alone", user, Audience.ALONE, route);
  }

  private Address among(String user, String channel, String thread) {
    return address(channel, user, Audience.AMONG_OTHERS, SlackRoute.inThread(channel, thread));
  }

  private Address address(String chat, String user, Audience audience, SlackRoute route) {
    return new Address(PLATFORM, identity.team(), chat, user, audience, route.text());
  }
}
