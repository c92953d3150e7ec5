package bot.optout.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Web API's methods, as strict as Slack and, with unknown arguments, stricter. */
final class FakeMethods {
  /** Every argument a method takes here; those before the bar must be there. */
  private static final Map<String, List<Set<String>>> ARGUMENTS =
      Map.ofEntries(
          takes("auth.test", Set.of(), Set.of()),
          takes("apps.connections.open", Set.of(), Set.of()),
          takes(
              "chat.postMessage",
              Set.of("channel", "text", "unfurl_links", "unfurl_media", "parse", "link_names"),
              Set.of("blocks", "thread_ts", "mrkdwn")),
          takes(
              "chat.postEphemeral",
              Set.of("channel", "user", "text", "parse", "link_names"),
              Set.of("blocks", "thread_ts")),
          takes(
              "chat.update",
              Set.of("channel", "ts", "text", "parse", "link_names"),
              Set.of("blocks")),
          takes("chat.delete", Set.of("channel", "ts"), Set.of()),
          takes("conversations.open", Set.of("users"), Set.of()),
          takes("files.getUploadURLExternal", Set.of("filename", "length"), Set.of()),
          takes("files.completeUploadExternal", Set.of("files", "channel_id"), Set.of("thread_ts")),
          takes("files.delete", Set.of("file"), Set.of()),
          takes("users.info", Set.of("user", "include_locale"), Set.of()),
          takes("views.open", Set.of("trigger_id", "view"), Set.of()),
          takes("views.update", Set.of("external_id", "view"), Set.of("hash")),
          takes("views.publish", Set.of("user_id", "view"), Set.of("hash")),
          takes(
              "agents.sessions.setStatus",
              Set.of("channel_id", "thread_ts", "status"),
              Set.of("title", "initiator_user_id")),
          takes(
              "assistant.threads.setSuggestedPrompts",
              Set.of("channel_id", "prompts"),
              Set.of("title")),
          takes(
              "oauth.v2.access",
              Set.of(),
              Set.of("code", "redirect_uri", "grant_type", "refresh_token")));

  private static Map.Entry<String, List<Set<String>>> takes(
      String method, Set<String> required, Set<String> optional) {
    return Map.entry(method, List.of(required, optional));
  }

  private final FakeWorkspace workspace;
  private final FakeSlack slack;

  FakeMethods(FakeWorkspace workspace, FakeSlack slack) {
    this.workspace = workspace;
    this.slack = slack;
  }

  JsonObject call(String method, JsonObject args, String team) {
    List<Set<String>> known = ARGUMENTS.get(method);
    if (known == null) {
      return error("unknown_method");
    }
    if (!args.keySet().containsAll(known.get(0))
        || args.keySet().stream()
            .anyMatch(name -> !known.get(0).contains(name) && !known.get(1).contains(name))) {
      return error("invalid_arguments");
    }
    return switch (method) {
      case "auth.test" -> authTest(team);
      case "apps.connections.open" -> connection();
      case "chat.postMessage" -> post(args);
      case "chat.postEphemeral" -> postEphemeral(args);
      case "chat.update" -> update(args);
      case "chat.delete" -> delete(args);
      case "conversations.open" -> open(args);
      case "files.getUploadURLExternal" -> upload(args);
      case "files.completeUploadExternal" -> share(args);
      case "users.info" -> userInfo(args);
      case "views.open" -> slack.views().open(args);
      case "views.update" -> slack.views().update(args);
      case "views.publish" -> slack.views().publish(args);
      case "agents.sessions.setStatus" -> session(args);
      case "assistant.threads.setSuggestedPrompts" -> prompts(args);
      case "oauth.v2.access" -> slack.oauth().access(args);
      default -> deleteFile(args);
    };
  }

  static JsonObject error(String name) {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", false);
    answer.addProperty("error", name);
    return answer;
  }

  /** What is wrong with the words and blocks of a message. */
  static Optional<JsonObject> fault(JsonObject args) {
    if (text(args, "text").isEmpty()) {
      return Optional.of(error("no_text"));
    }
    if (text(args, "text").length() > 40_000) {
      return Optional.of(error("msg_too_long"));
    }
    if (!args.has("blocks")) {
      return Optional.empty();
    }
    List<String> problems = BlockKitRules.problems(args.get("blocks"));
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    JsonObject error = error("invalid_blocks");
    JsonArray errors = new JsonArray();
    problems.forEach(errors::add);
    error.add("errors", errors);
    return Optional.of(error);
  }

  static JsonArray blocks(JsonObject args) {
    return args.has("blocks") ? args.getAsJsonArray("blocks") : new JsonArray();
  }

  static JsonObject ok() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    return answer;
  }

  private static JsonObject authTest(String team) {
    JsonObject answer = ok();
    answer.addProperty("url", "https://fake.slack.com/");
    answer.addProperty("team", "Fake");
    answer.addProperty("user", "optout_bot");
    answer.addProperty("team_id", team);
    answer.addProperty("user_id", FakeSlack.BOT_USER);
    answer.addProperty("bot_id", "B0FAKE");
    answer.addProperty("is_enterprise_install", false);
    return answer;
  }

  private JsonObject userInfo(JsonObject args) {
    String user = text(args, "user");
    if (!workspace.exists(user)) {
      return error("user_not_found");
    }
    JsonObject person = new JsonObject();
    person.addProperty("id", user);
    person.addProperty("name", "somebody");
    workspace.zone().ifPresent(zone -> person.addProperty("tz", zone));
    person.addProperty("locale", workspace.locale());
    JsonObject answer = ok();
    answer.add("user", person);
    return answer;
  }

  private JsonObject session(JsonObject args) {
    if (workspace.obstacle(text(args, "channel_id")).isPresent()) {
      return error("channel_not_found");
    }
    boolean good =
        Set.of("active", "processing", "suspended", "closed").contains(text(args, "status"))
            && text(args, "title").length() <= 200;
    return good ? ok() : error("invalid_arguments");
  }

  private JsonObject prompts(JsonObject args) {
    if (workspace.obstacle(text(args, "channel_id")).isPresent()) {
      return error("channel_not_found");
    }
    List<JsonObject> prompts = SlackJson.objects(args, "prompts");
    boolean good =
        !prompts.isEmpty()
            && prompts.size() <= 4
            && prompts.stream()
                .allMatch(p -> !text(p, "title").isEmpty() && !text(p, "message").isEmpty());
    return good ? ok() : error("invalid_arguments");
  }

  private JsonObject connection() {
    JsonObject answer = ok();
    answer.addProperty("url", slack.sockets().ticket());
    return answer;
  }

  private JsonObject post(JsonObject args) {
    String channel = text(args, "channel");
    String target = workspace.exists(channel) ? FakeWorkspace.direct(channel) : channel;
    Optional<JsonObject> fault =
        workspace
            .obstacle(target)
            .map(FakeMethods::error)
            .or(() -> threadFault(args, target))
            .or(() -> fault(args));
    if (fault.isPresent()) {
      return fault.get();
    }
    FakeMessage message =
        workspace.post(
            target,
            SlackJson.text(args, "thread_ts"),
            FakeSlack.BOT_USER,
            text(args, "text"),
            blocks(args),
            Optional.empty(),
            Optional.empty());
    JsonObject answer = ok();
    answer.addProperty("channel", target);
    answer.addProperty("ts", message.ts());
    JsonObject echo = new JsonObject();
    echo.addProperty("type", "message");
    echo.addProperty("user", FakeSlack.BOT_USER);
    echo.addProperty("bot_id", "B0FAKE");
    echo.addProperty("ts", message.ts());
    echo.add("blocks", message.blocks());
    answer.add("message", echo);
    return answer;
  }

  private Optional<JsonObject> threadFault(JsonObject args, String channel) {
    return SlackJson.text(args, "thread_ts")
        .filter(ts -> workspace.find(channel, ts).isEmpty())
        .map(ts -> error("thread_not_found"));
  }

  private JsonObject postEphemeral(JsonObject args) {
    String channel = text(args, "channel");
    Optional<JsonObject> fault =
        workspace.obstacle(channel).map(FakeMethods::error).or(() -> fault(args));
    if (fault.isPresent()) {
      return fault.get();
    }
    if (!workspace.isMember(channel, text(args, "user"))) {
      return error("user_not_in_channel");
    }
    FakeMessage message =
        workspace.post(
            channel,
            SlackJson.text(args, "thread_ts"),
            FakeSlack.BOT_USER,
            text(args, "text"),
            blocks(args),
            SlackJson.text(args, "user"),
            Optional.empty());
    JsonObject answer = ok();
    answer.addProperty("message_ts", message.ts());
    return answer;
  }

  private JsonObject update(JsonObject args) {
    Optional<FakeMessage> message = workspace.find(text(args, "channel"), text(args, "ts"));
    if (message.isEmpty() || message.get().onlyFor().isPresent()) {
      return error("message_not_found");
    }
    if (!message.get().fromBot()) {
      return error("cant_update_message");
    }
    Optional<JsonObject> fault = fault(args);
    if (fault.isPresent()) {
      return fault.get();
    }
    workspace.change(message.get(), text(args, "text"), blocks(args));
    JsonObject answer = ok();
    answer.addProperty("channel", message.get().channel());
    answer.addProperty("ts", message.get().ts());
    return answer;
  }

  private JsonObject delete(JsonObject args) {
    Optional<FakeMessage> message = workspace.find(text(args, "channel"), text(args, "ts"));
    if (message.isEmpty()) {
      return error("message_not_found");
    }
    if (!message.get().fromBot()) {
      return error("cant_delete_message");
    }
    workspace.remove(message.get());
    return ok();
  }

  private JsonObject open(JsonObject args) {
    String user = text(args, "users");
    if (!workspace.exists(user)) {
      return error("user_not_found");
    }
    JsonObject channel = new JsonObject();
    channel.addProperty("id", FakeWorkspace.direct(user));
    JsonObject answer = ok();
    answer.add("channel", channel);
    return answer;
  }

  private JsonObject upload(JsonObject args) {
    String id = slack.files().announce(text(args, "filename"), text(args, "length"));
    JsonObject answer = ok();
    answer.addProperty("file_id", id);
    answer.addProperty("upload_url", slack.url() + "/upload/" + id);
    return answer;
  }

  private JsonObject share(JsonObject args) {
    String channel = text(args, "channel_id");
    if (workspace.obstacle(channel).isPresent()) {
      return error("channel_not_found");
    }
    JsonArray shared = new JsonArray();
    for (JsonObject file : SlackJson.objects(args, "files")) {
      Optional<String> name = slack.files().arrived(text(file, "id"));
      if (name.isEmpty()) {
        return error("file_not_found");
      }
      workspace.post(
          channel,
          SlackJson.text(args, "thread_ts"),
          FakeSlack.BOT_USER,
          "",
          new JsonArray(),
          Optional.empty(),
          name);
      shared.add(file);
    }
    JsonObject answer = ok();
    answer.add("files", shared);
    return answer;
  }

  private JsonObject deleteFile(JsonObject args) {
    return slack.files().delete(text(args, "file")) ? ok() : error("file_not_found");
  }

  private static String text(JsonObject object, String name) {
    return SlackJson.text(object, name).orElse("");
  }
}
