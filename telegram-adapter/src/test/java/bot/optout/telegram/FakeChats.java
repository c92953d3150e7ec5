package bot.optout.telegram;

import bot.optout.telegram.FakeMessage.FakeButton;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The chats with the bot's messages in them, refusing what Telegram refuses. Guarded by its owner.
 */
final class FakeChats {
  private static final int TEXT_LIMIT = 4096;
  private static final long FIRST_SUPERGROUP = -1_000_000_000_000L;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Long, TreeMap<Integer, FakeMessage>> chats = new TreeMap<>();
  private final Map<Long, Long> moved = new HashMap<>();
  private final Set<Long> closed = new HashSet<>();
  private final Map<Spot, Integer> topics = new HashMap<>();
  private final Map<Spot, String> shut = new HashMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private long changes = 0;

  /** A message or a topic of one chat. */
  private record Spot(long chat, int number) {}

  /** A supergroup numbers its messages itself; all other chats of a bot share one sequence. */
  int nextMessageId(long chat) {
    return numbers.merge(chat < FIRST_SUPERGROUP ? chat : 0, 100, (last, first) -> last + 1);
  }

  void know(long chat) {
    chats.computeIfAbsent(chat, id -> new TreeMap<>());
  }

  /** Everything in the chat is gone. */
  void clear(long chat) {
    chats.put(chat, new TreeMap<>());
  }

  void close(long chat, boolean nowClosed) {
    if (nowClosed) {
      closed.add(chat);
    } else {
      closed.remove(chat);
    }
  }

  void inTopic(long chat, int message, int topic) {
    topics.put(new Spot(chat, message), topic);
  }

  /** A topic is closed or gone: nothing is sent there, nor as a reply to what stands in it. */
  void shut(long chat, int topic, String complaint) {
    shut.put(new Spot(chat, topic), complaint);
  }

  void move(long from, long to) {
    moved.put(from, to);
    know(to);
  }

  long changes() {
    return changes;
  }

  List<FakeMessage> messages(long chat) {
    return List.copyOf(chats.getOrDefault(chat, new TreeMap<>()).values());
  }

  JsonNode sendMessage(CallBody call) throws ApiError {
    long chat = open(call);
    String html = call.parameters().path("text").asText();
    return put(chat, call, parsed(call, html), html, Optional.empty());
  }

  JsonNode sendDocument(CallBody call) throws ApiError {
    long chat = open(call);
    String document = call.parameters().path("document").asText();
    CallBody.UploadedFile file = call.files().get(document.replaceFirst("^attach://", ""));
    if (file == null) {
      throw ApiError.bad("there is no document in the request");
    }
    if (file.text().isEmpty()) {
      throw ApiError.bad("file must be non-empty");
    }
    return put(chat, call, "", "", Optional.of(file));
  }

  JsonNode editMessageText(CallBody call) throws ApiError {
    long chat = open(call);
    FakeMessage old = known(call, chat, "message to edit not found");
    String html = call.parameters().path("text").asText();
    String text = parsed(call, html);
    if (old.file().isPresent()) {
      throw ApiError.bad("there is no text in the message to edit");
    }
    List<List<FakeButton>> keyboard = keyboard(call);
    if (old.html().equals(html) && old.keyboard().equals(keyboard)) {
      throw notModified();
    }
    return echo(chat, replace(chat, old.edited(text, html, keyboard, ++changes)));
  }

  JsonNode editMessageReplyMarkup(CallBody call) throws ApiError {
    long chat = open(call);
    FakeMessage old = known(call, chat, "message to edit not found");
    List<List<FakeButton>> keyboard = keyboard(call);
    if (old.keyboard().equals(keyboard)) {
      throw notModified();
    }
    return echo(chat, replace(chat, old.withKeyboard(keyboard)));
  }

  JsonNode deleteMessage(CallBody call) throws ApiError {
    long chat = open(call);
    FakeMessage old = known(call, chat, "message to delete not found");
    chats.getOrDefault(chat, new TreeMap<>()).remove(old.id());
    return json.getNodeFactory().booleanNode(true);
  }

  private static ApiError notModified() {
    return ApiError.bad(
        "message is not modified: specified new message content and reply markup are exactly the"
            + " same as a current content and reply markup of the message");
  }

  private long open(CallBody call) throws ApiError {
    long chat = call.parameters().path("chat_id").asLong();
    Long newChat = moved.get(chat);
    if (newChat != null) {
      throw ApiError.bad("group chat was upgraded to a supergroup chat").movedTo(newChat);
    }
    if (!chats.containsKey(chat)) {
      throw ApiError.bad("chat not found");
    }
    if (closed.contains(chat)) {
      throw new ApiError(403, "Forbidden: bot was blocked by the user");
    }
    return chat;
  }

  private FakeMessage known(CallBody call, long chat, String otherwise) throws ApiError {
    int id = call.parameters().path("message_id").asInt();
    FakeMessage message = chats.getOrDefault(chat, new TreeMap<>()).get(id);
    if (message == null) {
      throw ApiError.bad(otherwise);
    }
    return message;
  }

  private String parsed(CallBody call, String source) throws ApiError {
    return parsed(call.parameters().path("parse_mode").asText(""), source);
  }

  /** Shows that the bot types; refused where it may not write. */
  JsonNode sendChatAction(CallBody call) throws ApiError {
    long chat = open(call);
    return json.getNodeFactory().booleanNode(chat != 0);
  }

  String parsed(String mode, String source) throws ApiError {
    String text = source;
    if (mode.equals("HTML")) {
      try {
        text = HtmlMessage.parse(source).text();
      } catch (HtmlMessage.Malformed malformed) {
        throw new ApiError(400, String.valueOf(malformed.getMessage()));
      }
    } else if (!mode.isEmpty()) {
      throw ApiError.bad("unsupported parse_mode");
    }
    if (text.strip().isEmpty() || text.codePoints().allMatch(FakeChats::isInvisible)) {
      throw ApiError.bad("message text is empty");
    }
    if (text.length() > TEXT_LIMIT) {
      throw ApiError.bad("message is too long");
    }
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw ApiError.bad("strings must be encoded in UTF-8");
    }
    return text;
  }

  private static boolean isInvisible(int point) {
    return Character.isWhitespace(point) || (point >= 0x200B && point <= 0x200F) || point == 0x2060;
  }

  private JsonNode put(
      long chat, CallBody call, String text, String html, Optional<CallBody.UploadedFile> file)
      throws ApiError {
    OptionalInt thread = number(call.parameters().path("message_thread_id"));
    OptionalInt reply = number(call.object("reply_parameters").path("message_id"));
    List<List<FakeButton>> keyboard = keyboard(call);
    checkTopic(chat, thread, reply);
    FakeMessage message =
        new FakeMessage(nextMessageId(chat), text, html, keyboard, file, thread, reply, ++changes);
    return echo(chat, replace(chat, message));
  }

  private void checkTopic(long chat, OptionalInt thread, OptionalInt reply) throws ApiError {
    int answered = topics.getOrDefault(new Spot(chat, reply.orElse(0)), 0);
    String complaint = shut.get(new Spot(chat, thread.orElse(answered)));
    if (complaint != null) {
      throw ApiError.bad(complaint);
    }
  }

  private FakeMessage replace(long chat, FakeMessage message) {
    chats.computeIfAbsent(chat, id -> new TreeMap<>()).put(message.id(), message);
    return message;
  }

  /** What Telegram answers; with a field that no library knows yet. */
  private JsonNode echo(long chat, FakeMessage message) {
    ObjectNode echo = json.createObjectNode();
    echo.put("message_id", message.id()).put("date", 1_795_000_000L).put("text", message.text());
    echo.putObject("chat").put("id", chat).put("type", chat < 0 ? "supergroup" : "private");
    echo.putArray("field_of_a_later_version").addObject().put("surprise", true);
    return echo;
  }

  private static OptionalInt number(JsonNode node) {
    return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(node.asInt());
  }

  private static List<List<FakeButton>> keyboard(CallBody call) throws ApiError {
    return keyboard(call.object("reply_markup"));
  }

  static List<List<FakeButton>> keyboard(JsonNode markup) throws ApiError {
    List<List<FakeButton>> rows = new ArrayList<>();
    int count = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      count += row.size();
      if (row.size() > 8 || count > 100) {
        throw ApiError.bad("BUTTONS_TOO_MUCH");
      }
      List<FakeButton> keys = new ArrayList<>();
      for (JsonNode key : row) {
        keys.add(button(key));
      }
      if (!keys.isEmpty()) {
        rows.add(keys);
      }
    }
    return rows;
  }

  private static FakeButton button(JsonNode key) throws ApiError {
    String label = key.path("text").asText();
    String data = key.path("callback_data").asText();
    String url = key.path("url").asText();
    if (label.isBlank()) {
      throw ApiError.bad("can't parse inline keyboard button: Text buttons are unallowed");
    }
    if (key.size() != 2) {
      throw ApiError.bad("can't parse inline keyboard button: exactly one action is needed");
    }
    if (key.has("callback_data")
        && (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > 64)) {
      throw ApiError.bad("BUTTON_DATA_INVALID");
    }
    if (key.has("url") && !url.matches("(https?|tg)://[^\\s]+")) {
      throw ApiError.bad("BUTTON_URL_INVALID");
    }
    return new FakeButton(label, data, url, key.path("copy_text").path("text").asText(""));
  }
}
