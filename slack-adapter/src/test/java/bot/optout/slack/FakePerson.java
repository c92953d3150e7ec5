package bot.optout.slack;

import bot.optout.logs.Confidential;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A person in the fake workspace, whose doings arrive as Slack would send them. */
final class FakePerson {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final FakeSlack slack;
  private final String user;
  private final String team;
  private final String company;
  private final Optional<String> organisation;

  FakePerson(FakeSlack slack, String user) {
    this(slack, user, FakeSlack.TEAM, FakeSlack.TEAM);
  }

  /**
   * @param team where things happen
   * @param company where the person belongs
   */
  FakePerson(FakeSlack slack, String user, String team, String company) {
    this(slack, user, team, company, Optional.empty());
  }

  /**
   * @param organisation which installed the app for all its workspaces
   */
  FakePerson(
      FakeSlack slack, String user, String team, String company, Optional<String> organisation) {
    this.organisation = organisation;
    this.slack = slack;
    this.user = user;
    this.team = team;
    this.company = company;
    List.of(user, team, company, directChannel()).forEach(Confidential::tell);
    slack.workspace().person(user);
  }

  String user() {
    return user;
  }

  String directChannel() {
    return FakeWorkspace.direct(user);
  }

  /** A direct message to the bot; the envelope's id. */
  String say(String text) {
    return say(text, Optional.empty());
  }

  String say(String text, Optional<String> thread) {
    FakeMessage message = wrote(directChannel(), text, thread);
    return event(written(message, "message"));
  }

  /** The person's newest direct message becomes another. */
  String edit(FakeMessage message, String text) {
    Confidential.tell(text);
    JsonObject before = written(message, "message");
    FakeMessage after =
        message.saying(SlackMarkup.escaped(text), new JsonArray(), message.changed());
    JsonObject edited = new JsonObject();
    edited.addProperty("user", user);
    edited.addProperty("ts", slack.workspace().timestamp());
    JsonObject changed = written(after, "message");
    changed.add("edited", edited);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.add("message", changed);
    event.add("previous_message", before);
    event.addProperty("channel", message.channel());
    event.addProperty("hidden", true);
    event.addProperty("ts", slack.workspace().timestamp());
    event.addProperty("channel_type", "im");
    return event(event);
  }

  String share(String mediaType) {
    FakeMessage message = wrote(directChannel(), "", Optional.empty());
    JsonObject event = written(message, "message");
    JsonObject file = new JsonObject();
    file.addProperty("id", "F0PERSON");
    file.addProperty("mimetype", mediaType);
    file.addProperty("url_private", "https://files.slack.com/files-pri/T0FAKE-F0PERSON/it");
    JsonArray files = new JsonArray();
    files.add(file);
    event.addProperty("subtype", "file_share");
    event.add("files", files);
    event.addProperty("upload", false);
    event.addProperty("display_as_bot", false);
    return event(event);
  }

  /** Speaks to the bot in a channel; the message has to begin a thread. */
  FakeMessage mention(String channel, String text) {
    Confidential.tell(text);
    FakeMessage message =
        slack
            .workspace()
            .post(
                channel,
                Optional.empty(),
                user,
                "<@" + FakeSlack.BOT_USER + "> " + SlackMarkup.escaped(text),
                new JsonArray(),
                Optional.empty(),
                Optional.empty());
    JsonObject event = written(message, "app_mention");
    event.remove("channel_type");
    event(event);
    return message;
  }

  String command(String channel, String text) {
    Confidential.tell(text);
    JsonObject payload = new JsonObject();
    payload.addProperty("token", "legacy");
    payload.addProperty("team_id", team);
    payload.addProperty("team_domain", "fake");
    payload.addProperty("channel_id", channel);
    payload.addProperty(
        "channel_name", SlackRoute.isDirectChannel(channel) ? "directmessage" : "general");
    payload.addProperty("user_id", user);
    payload.addProperty("user_name", "somebody");
    payload.addProperty("command", "/optout");
    payload.addProperty("text", SlackMarkup.escaped(text));
    payload.addProperty("api_app_id", "A0FAKE");
    organisation.ifPresent(id -> payload.addProperty("enterprise_id", id));
    payload.addProperty("is_enterprise_install", String.valueOf(organisation.isPresent()));
    payload.addProperty("response_url", responseUrl(channel, Optional.empty()));
    payload.addProperty("trigger_id", trigger());
    return slack.wire().deliver("slash_commands", payload, true);
  }

  String press(FakeMessage message, JsonObject button) {
    JsonObject action = button.deepCopy();
    action.addProperty("block_id", "b1");
    action.addProperty("action_ts", slack.workspace().timestamp());
    JsonArray actions = new JsonArray();
    actions.add(action);
    JsonObject payload = acting("block_actions");
    payload.add("container", container(message));
    payload.addProperty("trigger_id", trigger());
    payload.add("channel", object("id", message.channel(), "name", "general"));
    payload.addProperty("response_url", responseUrl(message.channel(), Optional.of(message)));
    payload.add("actions", actions);
    return slack.wire().deliver("interactive", payload, false);
  }

  private static JsonObject container(FakeMessage message) {
    JsonObject container =
        object("type", "message", "message_ts", message.ts(), "channel_id", message.channel());
    container.addProperty("is_ephemeral", message.onlyFor().isPresent());
    message.thread().ifPresent(thread -> container.addProperty("thread_ts", thread));
    return container;
  }

  private FakeMessage wrote(String channel, String text, Optional<String> thread) {
    Confidential.tell(text);
    return slack
        .workspace()
        .post(
            channel,
            thread,
            user,
            SlackMarkup.escaped(text),
            new JsonArray(),
            Optional.empty(),
            Optional.empty());
  }

  private JsonObject written(FakeMessage message, String type) {
    JsonObject event = object("type", type, "user", user, "ts", message.ts());
    event.addProperty("client_msg_id", "c-" + message.ts());
    event.addProperty("text", message.text());
    event.addProperty("team", FakeSlack.TEAM);
    message.thread().ifPresent(thread -> event.addProperty("thread_ts", thread));
    event.addProperty("channel", message.channel());
    event.addProperty("event_ts", message.ts());
    event.addProperty("channel_type", "im");
    return event;
  }

  /** Wraps an event as the Events API does. */
  String event(JsonObject event) {
    return eventAt(event, Instant.now().getEpochSecond() + 3_600);
  }

  String eventAt(JsonObject event, long time) {
    JsonObject payload = new JsonObject();
    payload.addProperty("token", "legacy");
    payload.addProperty("team_id", team);
    payload.addProperty("api_app_id", "A0FAKE");
    payload.add("event", event);
    payload.addProperty("type", "event_callback");
    payload.addProperty("event_id", "Ev" + COUNT.incrementAndGet());
    payload.addProperty("event_time", time);
    payload.addProperty("sent_at_nanos", System.nanoTime());
    JsonArray authorizations = new JsonArray();
    JsonObject authorization = object("team_id", team, "user_id", FakeSlack.BOT_USER);
    organisation.ifPresent(id -> authorization.addProperty("enterprise_id", id));
    authorization.addProperty("is_enterprise_install", organisation.isPresent());
    authorization.addProperty("is_bot", true);
    authorizations.add(authorization);
    payload.add("authorizations", authorizations);
    payload.addProperty("is_ext_shared_channel", false);
    return slack.wire().deliver("events_api", payload, false);
  }

  private String responseUrl(String channel, Optional<FakeMessage> original) {
    return slack.url() + "/response/" + slack.responses().issue(channel, user, original);
  }

  private String trigger() {
    String trigger = "1795510800." + COUNT.incrementAndGet() + ".fake";
    slack.views().trigger(trigger, user);
    return trigger;
  }

  /** The modal in front of the person. */
  Optional<FakeViews.Standing> modal() {
    return slack.views().modal(user);
  }

  Optional<FakeViews.Standing> home() {
    return slack.views().home(user);
  }

  /** Fills the one field of the modal in and sends it. */
  String submit(String text) {
    FakeViews.Standing modal = modal().orElseThrow(() -> new AssertionError("no modal"));
    return submit(modal, text);
  }

  String submit(FakeViews.Standing modal, String text) {
    Confidential.tell(text);
    JsonObject block =
        SlackJson.objects(modal.view(), "blocks").stream()
            .filter(b -> b.get("type").getAsString().equals("input"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing to fill in"));
    slack
        .views()
        .type(
            SlackJson.text(modal.view(), "external_id").orElse(""),
            SlackJson.text(block, "block_id").orElse(""),
            text);
    JsonObject typed = block.getAsJsonObject("element").deepCopy();
    JsonObject value = object("type", SlackJson.text(typed, "type").orElse(""), "value", text);
    JsonObject actions = new JsonObject();
    actions.add(SlackJson.text(typed, "action_id").orElse(""), value);
    JsonObject values = new JsonObject();
    values.add(SlackJson.text(block, "block_id").orElse(""), actions);
    JsonObject state = new JsonObject();
    state.add("values", values);
    JsonObject view = seen(modal);
    view.add("state", state);
    JsonObject payload = acting("view_submission");
    payload.add("view", view);
    payload.addProperty("trigger_id", trigger());
    payload.add("response_urls", new JsonArray());
    return slack.wire().deliver("interactive", payload, true);
  }

  private JsonObject seen(FakeViews.Standing modal) {
    JsonObject view = modal.view().deepCopy();
    view.addProperty("id", modal.id());
    view.addProperty("team_id", FakeSlack.TEAM);
    view.addProperty("app_installed_team_id", organisation.orElse(team));
    view.addProperty("hash", modal.hash());
    return view;
  }

  private JsonObject acting(String type) {
    JsonObject payload = new JsonObject();
    payload.addProperty("type", type);
    payload.add("user", object("id", user, "username", "somebody", "team_id", company));
    payload.addProperty("api_app_id", "A0FAKE");
    payload.add("team", object("id", team, "domain", "fake"));
    organisation.ifPresent(id -> payload.add("enterprise", object("id", id, "name", "Fake")));
    payload.addProperty("is_enterprise_install", organisation.isPresent());
    return payload;
  }

  /** A button in the modal or in the home. */
  String pressIn(FakeViews.Standing view, String label) {
    JsonObject action = view.asMessage().button(label).orElseThrow().deepCopy();
    action.addProperty("action_ts", slack.workspace().timestamp());
    JsonArray actions = new JsonArray();
    actions.add(action);
    JsonObject payload = acting("block_actions");
    payload.add("view", seen(view));
    payload.add("container", object("type", "view", "view_id", view.id()));
    payload.addProperty("trigger_id", trigger());
    payload.add("actions", actions);
    return slack.wire().deliver("interactive", payload, false);
  }

  void closeModal() {
    slack.views().close(user);
  }

  /** Opens the app's home, or its messages. */
  String open(String tab) {
    JsonObject event =
        object("type", "app_home_opened", "user", user, "channel", directChannel(), "tab", tab);
    event.addProperty("event_ts", slack.workspace().timestamp());
    return event(event);
  }

  /** The message shortcut. */
  String checkReply(String text) {
    Confidential.tell(text);
    JsonObject message =
        object(
            "type", "message", "user", "U0OTHER", "text", SlackMarkup.escaped(text), "ts", "1.1");
    JsonObject payload = acting("message_action");
    payload.addProperty("callback_id", SlackActions.CHECK_REPLY);
    payload.addProperty("trigger_id", trigger());
    payload.addProperty("message_ts", "1.1");
    payload.addProperty("response_url", responseUrl("C0GENERAL", Optional.empty()));
    payload.add("channel", object("id", "C0GENERAL", "name", "general"));
    payload.add("message", message);
    return slack.wire().deliver("interactive", payload, false);
  }

  /** The stop button of an agent's session. */
  String stop(String thread) {
    JsonObject event =
        object(
            "type",
            "agent_session_stopped",
            "channel",
            directChannel(),
            "thread_ts",
            thread,
            "user",
            user);
    event.add("streaming_message_ts", new JsonArray());
    return event(event);
  }

  private static JsonObject object(String... pairs) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      object.addProperty(pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
