package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The methods of the Bot API, after their parameters were checked against its own list. */
final class FakeMethods {
  private final Object monitor;
  private final FakeChats chats;
  private final FakeQueue queue;
  private final ObjectMapper json = new ObjectMapper();
  private final BotApiFacts facts = BotApiFacts.load();
  private final Set<String> openQueries = new HashSet<>();
  private final Set<String> answeredQueries = new HashSet<>();

  private long polls = 0;
  private final FakeWebhook webhook;
  private final FakeProfile profile = new FakeProfile();
  private final Map<String, JsonNode> inlineAnswers = new HashMap<>();
  private boolean closed = false;

  /**
   * @param monitor held while anything changes, notified afterwards
   */
  FakeMethods(Object monitor, FakeChats chats, FakeQueue queue) {
    this.monitor = monitor;
    this.chats = chats;
    this.queue = queue;
    this.webhook = new FakeWebhook(monitor, queue);
  }

  FakeWebhook webhook() {
    return webhook;
  }

  Map<String, JsonNode> inlineAnswers() {
    return Map.copyOf(inlineAnswers);
  }

  /** The method in the Bot API's spelling, or nothing. */
  String named(String name) {
    return facts.method(name);
  }

  void expectAnswer(String query) {
    openQueries.add(query);
  }

  Set<String> answeredQueries() {
    return Set.copyOf(answeredQueries);
  }

  void close() {
    closed = true;
    webhook.close();
  }

  JsonNode perform(String method, CallBody call) throws ApiError {
    ObjectNode checked = call.parameters().deepCopy();
    // The method may be named in the body as well; libraries do.
    if (checked.path("method").asText().equalsIgnoreCase(method)) {
      checked.remove("method");
    }
    List<String> problems = facts.problems(method, checked);
    if (!problems.isEmpty()) {
      throw ApiError.bad(problems.toString());
    }
    return method.equals("getUpdates") ? updates(call) : other(method, call);
  }

  private JsonNode other(String method, CallBody call) throws ApiError {
    synchronized (monitor) {
      JsonNode result =
          switch (method) {
            case "getMe" -> me();
            case "sendMessage" -> chats.sendMessage(call);
            case "sendDocument" -> chats.sendDocument(call);
            case "editMessageText" -> chats.editMessageText(call);
            case "editMessageReplyMarkup" -> chats.editMessageReplyMarkup(call);
            case "deleteMessage" -> chats.deleteMessage(call);
            case "answerCallbackQuery" -> answerQuery(call);
            case "deleteWebhook" -> webhook.deleted();
            case "setWebhook" -> {
              queue.allow(call.object("allowed_updates"));
              yield webhook.set(call.parameters());
            }
            case "getWebhookInfo" -> webhook.info();
            case "sendChatAction" -> chats.sendChatAction(call);
            case "answerInlineQuery" -> answerInline(call);
            case "answerGuestQuery" -> answerGuest(call);
            case "getMyCommands", "getMyName", "getMyDescription", "getMyShortDescription" ->
                profile.get(method, call);
            case "setMyCommands", "setMyName", "setMyDescription", "setMyShortDescription" ->
                profile.set(method, call);
            default -> json.getNodeFactory().booleanNode(true);
          };
      monitor.notifyAll();
      return result;
    }
  }

  private JsonNode me() {
    return json.createObjectNode()
        .put("id", FakeTelegram.BOT_ID)
        .put("is_bot", true)
        .put("first_name", "Optout")
        .put("username", FakeTelegram.USERNAME)
        .put("can_join_groups", true);
  }

  private JsonNode answerQuery(CallBody call) throws ApiError {
    String query = call.parameters().path("callback_query_id").asText();
    if (!openQueries.contains(query)) {
      throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
    }
    answeredQueries.add(query);
    return json.getNodeFactory().booleanNode(true);
  }

  /** Text is parsed as in a message; nobody may answer twice or something that was not asked. */
  private JsonNode answerInline(CallBody call) throws ApiError {
    String query = call.parameters().path("inline_query_id").asText();
    if (!openQueries.remove(query)) {
      throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode result : call.object("results")) {
      JsonNode content = result.path("input_message_content");
      chats.parsed(content.path("parse_mode").asText(), content.path("message_text").asText());
      FakeChats.keyboard(result.path("reply_markup"));
      if (!ids.add(result.path("id").asText())) {
        throw ApiError.bad("RESULT_ID_DUPLICATE");
      }
    }
    inlineAnswers.put(query, call.object("results"));
    return json.getNodeFactory().booleanNode(true);
  }

  private JsonNode answerGuest(CallBody call) throws ApiError {
    String query = call.parameters().path("guest_query_id").asText();
    if (!openQueries.remove(query)) {
      throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
    }
    JsonNode result = call.object("result");
    JsonNode content = result.path("input_message_content");
    chats.parsed(content.path("parse_mode").asText(), content.path("message_text").asText());
    FakeChats.keyboard(result.path("reply_markup"));
    inlineAnswers.put(query, result);
    return json.createObjectNode().put("inline_message_id", "guest" + query);
  }

  private JsonNode updates(CallBody call) throws ApiError {
    synchronized (monitor) {
      if (webhook.isSet()) {
        throw new ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
      }
      queue.allow(call.object("allowed_updates"));
      try {
        String found = String.join(",", poll(call.parameters()));
        return json.getNodeFactory().rawValueNode(new RawValue("[" + found + "]"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ApiError(500, "Internal Server Error: closing");
      }
    }
  }

  /** Of two polls at once the older one is ended with 409. */
  private List<String> poll(JsonNode parameters) throws ApiError, InterruptedException {
    int limit = Math.min(100, parameters.path("limit").asInt(100));
    long seconds = Math.min(50, parameters.path("timeout").asLong());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long mine = ++polls;
    List<String> found = queue.from(parameters.path("offset").asLong(), limit);
    monitor.notifyAll();
    while (found.isEmpty() && !closed) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      monitor.wait(left);
      if (polls != mine) {
        throw new ApiError(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
      }
      found = queue.from(0, limit);
    }
    if (closed && found.isEmpty()) {
      throw new ApiError(500, "Internal Server Error: closing");
    }
    return found;
  }
}
