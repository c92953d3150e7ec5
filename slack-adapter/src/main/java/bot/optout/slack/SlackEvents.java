package bot.optout.slack;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what Slack sends from one workspace. Everything it does not know is ignored, never refused:
 * Slack sends new things at any time, and repeats what is not acknowledged.
 */
final class SlackEvents {
  static final String PLATFORM = "slack";

  /** What the store is given as a key is built of a few ids, none of them longer than 255. */
  private static final int LONGEST_KEY = 1_000;

  private final SlackIdentity identity;
  private final SlackAddresses addresses;
  private final SlackMessages messages;
  private final SlackActions actions;
  private final Instant now;

  SlackEvents(SlackIdentity identity, Instant now) {
    this.identity = identity;
    this.addresses = new SlackAddresses(identity.team());
    this.messages = new SlackMessages(identity.user());
    this.actions = new SlackActions(addresses, messages, now);
    this.now = now;
  }

  /** The payload of an envelope, or of a request. */
  Meaning read(JsonObject payload) {
    Meaning meaning = meaning(payload);
    return meaning instanceof Meaning.Happened happened && isOverlong(happened.incoming())
        ? ignored("ids that are too long to be Slack's")
        : meaning;
  }

  /** The store could not take it, however often Slack sent it. */
  private static boolean isOverlong(Incoming incoming) {
    Address at = incoming.address();
    return Stream.of(incoming.dedupeKey(), at.tenant(), at.chat(), at.person())
        .anyMatch(id -> id.length() > LONGEST_KEY);
  }

  private Meaning meaning(JsonObject payload) {
    String type = SlackPayload.type(payload).orElse("untyped");
    return switch (type) {
      case "command" -> command(payload);
      case "event_callback" ->
          SlackJson.object(payload, "event")
              .map(event -> event(payload, event))
              .orElseGet(() -> ignored(type));
      case "block_actions" -> actions.pressed(payload);
      case "view_submission" -> actions.submitted(payload);
      case "message_action" -> actions.pointed(payload);
      default -> ignored(type);
    };
  }

  static Meaning ignored(String what) {
    return new Meaning.Ignored(what);
  }

  static Incoming incoming(String key, Address address, Input input) {
    return new Incoming(key, address, input, Optional.empty());
  }

  private Meaning event(JsonObject payload, JsonObject event) {
    String type = SlackJson.text(event, "type").orElse("untyped event");
    Optional<String> id = SlackJson.text(payload, "event_id");
    if (id.isEmpty()) {
      return ignored(type);
    }
    return switch (type) {
      case "message" -> happened(id.get(), directAddress(event), messages.direct(event), type);
      case "app_mention" ->
          happened(id.get(), mentionAddress(event), messages.mention(event), type);
      case "app_home_opened" -> opened(id.get(), event);
      case "agent_session_stopped" ->
          happened(
              id.get(),
              stopAddress(event),
              Optional.of(new Input.Commanded(Input.STOP_ANSWER, "")),
              type);
      case "app_uninstalled" -> left(payload);
      case "tokens_revoked" -> isOurs(event) ? left(payload) : ignored(type);
      default -> ignored(type);
    };
  }

  private static Meaning happened(
      String key, Optional<Address> address, Optional<Input> input, String type) {
    return input
        .<Meaning>flatMap(in -> address.map(at -> Meaning.Happened.of(incoming(key, at, in))))
        .orElseGet(() -> ignored(type));
  }

  private Optional<Address> directAddress(JsonObject event) {
    JsonObject message = SlackJson.object(event, "message").orElse(event);
    Optional<String> thread = SlackJson.text(message, "thread_ts");
    return SlackJson.text(message, "user")
        .flatMap(
            user ->
                SlackJson.text(event, "channel")
                    .map(at -> addresses.direct(user, SlackRoute.directMessages(at, thread))));
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
                                .map(thread -> addresses.among(user, channel, thread))));
  }

  private Optional<Address> stopAddress(JsonObject event) {
    return SlackJson.text(event, "user")
        .flatMap(
            user ->
                SlackJson.text(event, "channel").map(channel -> stopAddress(event, user, channel)));
  }

  private Address stopAddress(JsonObject event, String user, String channel) {
    Optional<String> thread = SlackJson.text(event, "thread_ts");
    return SlackRoute.isDirectChannel(channel)
        ? addresses.direct(user, SlackRoute.directMessages(channel, thread))
        : addresses.alone(user, channel, thread, Optional.empty());
  }

  /** The home is a view of its own; next to the conversation we hint what can be asked. */
  private Meaning opened(String key, JsonObject event) {
    Optional<String> user = SlackJson.text(event, "user");
    Optional<String> channel = SlackJson.text(event, "channel");
    if (user.isEmpty()) {
      return ignored("app_home_opened");
    }
    if (SlackJson.text(event, "tab").filter("home"::equals).isPresent()) {
      return Meaning.Happened.of(
          incoming(key, addresses.home(user.get(), key), new Input.Commanded("home", "")));
    }
    return channel
        .<Meaning>map(at -> new Meaning.Arrived(identity.team(), at, user.get()))
        .orElseGet(() -> ignored("app_home_opened"));
  }

  /** People may take their own tokens back; that is not ours. */
  private static boolean isOurs(JsonObject event) {
    return SlackJson.object(event, "tokens")
        .filter(tokens -> tokens.has("bot") && tokens.get("bot").isJsonArray())
        .filter(tokens -> !tokens.getAsJsonArray("bot").isEmpty())
        .isPresent();
  }

  private Meaning left(JsonObject payload) {
    long when = SlackJson.whole(payload, "event_time").orElse(0L);
    return new Meaning.Left(identity.team(), when);
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
    String key = "command:" + trigger.get();
    if (SlackRoute.isDirect(channel.get())) {
      return Meaning.Happened.of(incoming(key, addresses.direct(user.get()), input))
          .askedFrom(channel.get());
    }
    if (SlackCommand.needsSpace(input)) {
      SlackRoute.View view = addresses.opening(user.get(), key, now);
      return Meaning.Happened.of(incoming(key, addresses.modal(user.get(), view), input))
          .opening(new Meaning.Opening(trigger.get(), view));
    }
    if (SlackCommand.isPersonal(input)) {
      return Meaning.Happened.of(incoming(key, addresses.direct(user.get()), input))
          .askedFrom(channel.get());
    }
    Optional<String> url = SlackJson.text(payload, "response_url");
    return Meaning.Happened.of(
        incoming(key, addresses.alone(user.get(), channel.get(), Optional.empty(), url), input));
  }
}
