package bot.optout.slack;

import bot.optout.Address;
import bot.optout.Input;
import bot.optout.message.ChoiceIds;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads what people do with what we showed them: buttons, forms, shortcuts. */
final class SlackActions {
  /** Our mark for an answer that is to be shown to all. */
  static final String SHARE = "share:";

  static final String CHECK_REPLY = "check_reply";

  private final SlackAddresses addresses;
  private final SlackMessages messages;
  private final Instant now;

  SlackActions(SlackAddresses addresses, SlackMessages messages, Instant now) {
    this.addresses = addresses;
    this.messages = messages;
    this.now = now;
  }

  /** A press: what, by whom, and the key under which it is known. */
  private record Press(String choice, String user, String trigger, String key) {
    static Optional<Press> of(JsonObject payload) {
      Optional<JsonObject> action = SlackJson.objects(payload, "actions").stream().findFirst();
      Optional<String> choice = action.flatMap(a -> SlackJson.text(a, "value"));
      Optional<String> user = SlackActions.user(payload);
      Optional<String> trigger = SlackJson.text(payload, "trigger_id");
      if (choice.isEmpty() || user.isEmpty() || trigger.isEmpty()) {
        return Optional.empty();
      }
      String time = action.flatMap(a -> SlackJson.text(a, "action_ts")).orElse("");
      return Optional.of(
          new Press(
              choice.get(), user.get(), trigger.get(), "action:" + trigger.get() + ":" + time));
    }
  }

  Meaning pressed(JsonObject payload) {
    Optional<Press> press = Press.of(payload);
    if (press.isEmpty()) {
      return SlackEvents.ignored("incomplete block_actions");
    }
    Optional<JsonObject> view = SlackJson.object(payload, "view");
    return view.isPresent()
        ? inView(press.get(), view.get())
        : SlackJson.object(payload, "container")
            .map(container -> inMessage(press.get(), payload, container))
            .orElseGet(() -> SlackEvents.ignored("block_actions outside of messages"));
  }

  /** What is pressed in the home is answered in a modal, which can be closed again. */
  private Meaning inView(Press press, JsonObject view) {
    Optional<String> modal = SlackJson.text(view, "external_id");
    if (SlackJson.text(view, "type").filter("home"::equals).isPresent()) {
      return opening(press, new Input.Pressed(press.choice()));
    }
    return modal
        .filter(id -> !addresses.isAnothers(id, press.user()))
        .map(id -> addresses.within(id, press.key()))
        .map(at -> addresses.modal(press.user(), at))
        .map(at -> happened(press, at, new Input.Pressed(press.choice())))
        .orElseGet(() -> SlackEvents.ignored("block_actions of a view that is not ours"));
  }

  private Meaning inMessage(Press press, JsonObject payload, JsonObject container) {
    if (press.choice().startsWith(ChoiceIds.PRIVATE)) {
      Input asked = inPrivate(press.choice());
      // Another company's people have no direct messages with us.
      return SlackPlace.isGuest(payload)
          ? opening(press, asked)
          : Meaning.Happened.of(
                  SlackEvents.incoming(press.key(), addresses.direct(press.user()), asked))
              .hinting(hint(payload, container));
    }
    Optional<String> channel = SlackJson.text(container, "channel_id");
    boolean ephemeral = SlackJson.flag(container, "is_ephemeral");
    if (ephemeral && SlackCommand.beginsPersonal(press.choice())) {
      return opening(press, new Input.Pressed(press.choice()));
    }
    Input input =
        press.choice().startsWith(SHARE)
            ? new Input.Pressed(ChoiceIds.ENTRY + press.choice().substring(SHARE.length()))
            : new Input.Pressed(press.choice());
    return channel
        .flatMap(at -> where(press, payload, container, at))
        .map(address -> happened(press, address, input))
        .orElseGet(() -> SlackEvents.ignored("block_actions outside of messages"));
  }

  /** In the direct messages themselves there is nothing to hint at. */
  private static Optional<Meaning.Hint> hint(JsonObject payload, JsonObject container) {
    Optional<String> thread = SlackJson.text(container, "thread_ts");
    return SlackJson.text(container, "channel_id")
        .filter(channel -> !SlackRoute.isDirect(channel))
        .flatMap(
            channel ->
                SlackJson.text(payload, "response_url")
                    .map(
                        url ->
                            new Meaning.Hint(
                                url, SlackRoute.ephemeral(channel, thread, Optional.empty()))));
  }

  private Optional<Address> where(
      Press press, JsonObject payload, JsonObject container, String channel) {
    Optional<String> thread = SlackJson.text(container, "thread_ts");
    Optional<String> responseUrl = SlackJson.text(payload, "response_url");
    if (press.choice().startsWith(SHARE)) {
      return Optional.of(addresses.shared(press.user(), channel, responseUrl));
    }
    if (SlackJson.flag(container, "is_ephemeral")) {
      return Optional.of(addresses.alone(press.user(), channel, thread, responseUrl));
    }
    if (SlackRoute.isDirectChannel(channel)) {
      return Optional.of(
          addresses.direct(press.user(), SlackRoute.directMessages(channel, thread)));
    }
    return thread
        .or(() -> SlackJson.text(container, "message_ts"))
        .map(under -> addresses.among(press.user(), channel, under));
  }

  /**
   * {@code private:draft} is the command {@code draft}; what follows a second colon belongs to it.
   */
  private static Input inPrivate(String choice) {
    String[] parts = choice.substring(ChoiceIds.PRIVATE.length()).split(":", 2);
    return new Input.Commanded(parts[0], parts.length == 2 ? parts[1] : "");
  }

  private Meaning opening(Press press, Input input) {
    SlackRoute.View view = addresses.opening(press.user(), press.key(), now);
    return Meaning.Happened.of(
            SlackEvents.incoming(press.key(), addresses.modal(press.user(), view), input))
        .opening(new Meaning.Opening(press.trigger(), view));
  }

  private static Meaning happened(Press press, Address address, Input input) {
    return Meaning.Happened.of(SlackEvents.incoming(press.key(), address, input));
  }

  /**
   * The form in a modal. Its text is what was typed, not Slack's way of writing it: nothing in it
   * is a mention or a link, and nothing is unescaped. A form that is sent twice, since its answer
   * was lost, is one answer: same view, same words. The view alone does not tell, since an error at
   * a field leaves it as it is.
   */
  Meaning submitted(JsonObject payload) {
    Optional<JsonObject> view = SlackJson.object(payload, "view");
    Optional<String> user = user(payload);
    Optional<String> modal = view.flatMap(v -> SlackJson.text(v, "external_id"));
    Optional<Map.Entry<String, String>> typed = view.flatMap(SlackActions::typed);
    if (user.isEmpty()
        || modal.isEmpty()
        || typed.isEmpty()
        || addresses.isAnothers(modal.get(), user.get())) {
      return SlackEvents.ignored("view_submission without an answer");
    }
    String words = typed.get().getValue();
    String hash = view.flatMap(v -> SlackJson.text(v, "hash")).orElse("");
    String key = "view:" + modal.get() + ":" + hash + ":" + addresses.digest(words);
    SlackRoute.View at = addresses.after(modal.get(), key, now);
    Input said = new Input.Said(words);
    return Meaning.Happened.of(SlackEvents.incoming(key, addresses.modal(user.get(), at), said))
        .submitting(new Meaning.Submission(at, typed.get().getKey(), blocks(view.get())));
  }

  /** The block and the text of the one field that our modals have. */
  private static Optional<Map.Entry<String, String>> typed(JsonObject view) {
    return SlackJson.object(view, "state")
        .flatMap(state -> SlackJson.object(state, "values"))
        .flatMap(
            values ->
                values.keySet().stream()
                    .flatMap(
                        block ->
                            SlackJson.object(values, block)
                                .flatMap(of -> SlackJson.object(of, SlackView.TYPED))
                                .flatMap(of -> SlackJson.text(of, "value"))
                                .map(text -> Map.entry(block, text))
                                .stream())
                    .findFirst());
  }

  private static JsonArray blocks(JsonObject view) {
    JsonElement blocks = view.get("blocks");
    return blocks != null && blocks.isJsonArray() ? blocks.getAsJsonArray() : new JsonArray();
  }

  /** A message, most likely a company's answer, that the person wants to have read. */
  Meaning pointed(JsonObject payload) {
    Optional<String> user = user(payload);
    Optional<String> trigger = SlackJson.text(payload, "trigger_id");
    Optional<JsonObject> message = SlackJson.object(payload, "message");
    boolean ours = SlackJson.text(payload, "callback_id").filter(CHECK_REPLY::equals).isPresent();
    if (!ours || user.isEmpty() || trigger.isEmpty() || message.isEmpty()) {
      return SlackEvents.ignored("message_action");
    }
    String key = "shortcut:" + trigger.get();
    SlackRoute.View view = addresses.opening(user.get(), key, now);
    return Meaning.Happened.of(
            SlackEvents.incoming(
                key, addresses.modal(user.get(), view), messages.shown(message.get())))
        .opening(new Meaning.Opening(trigger.get(), view));
  }

  private static Optional<String> user(JsonObject payload) {
    return SlackJson.object(payload, "user").flatMap(u -> SlackJson.text(u, "id"));
  }
}
