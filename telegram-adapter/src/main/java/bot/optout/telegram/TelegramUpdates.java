package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.telegram.TelegramReading.Event;
import bot.optout.telegram.TelegramReading.Ignored;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads one raw update. Only the fields that are used are looked at, so that an update of a newer
 * Bot API, or a broken one, is at worst ignored.
 */
final class TelegramUpdates {
  private static final String GUEST = "guest_message";

  /** Characters; Telegram's own ids have some twenty, and the store takes no key of any length. */
  private static final int LONGEST_ID = 256;

  /** The updates the bot always asks for. */
  private static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "inline_query");

  private final TelegramSelf self;
  private final TelegramWords words;

  TelegramUpdates(TelegramSelf self) {
    this.self = self;
    this.words = new TelegramWords(self);
  }

  /**
   * The updates to ask for; everything else stays at Telegram.
   *
   * @param guest also what is said to the bot in chats that it is no member of
   */
  static List<String> kinds(boolean guest) {
    return guest ? Stream.concat(KINDS.stream(), Stream.of(GUEST)).toList() : KINDS;
  }

  TelegramReading read(JsonNode update) {
    JsonNode id = update.path("update_id");
    if (!isNumber(id)) {
      return ignored(Reason.UNREADABLE);
    }
    String key = "u:" + id.asLong() + ":";
    if (update.has("message")) {
      return message(key, update.path("message"), false);
    }
    if (update.has("edited_message")) {
      return message(key, update.path("edited_message"), true);
    }
    if (update.has("callback_query")) {
      return press(key, update.path("callback_query"));
    }
    if (update.has("my_chat_member")) {
      return membership(key, update.path("my_chat_member"));
    }
    if (update.has("inline_query")) {
      return inline(update.path("inline_query"));
    }
    if (update.has(GUEST)) {
      return guest(update.path(GUEST));
    }
    return ignored(Reason.OTHER_KIND);
  }

  /** Somebody calls the bot into a chat; that one's other messages it never sees. */
  private TelegramReading guest(JsonNode message) {
    JsonNode from = message.path("guest_bot_caller_user");
    String id = message.path("guest_query_id").asText("");
    if (id.isEmpty() || !isNumbered(from)) {
      return ignored(Reason.UNREADABLE);
    }
    return new TelegramReading.Inline(
        id, from.path("id").asLong(), words.asked(message), locale(from), true);
  }

  private static TelegramReading inline(JsonNode query) {
    JsonNode from = query.path("from");
    String id = query.path("id").asText("");
    if (id.isEmpty() || !isNumbered(from)) {
      return ignored(Reason.UNREADABLE);
    }
    String text = query.path("query").asText("");
    return new TelegramReading.Inline(id, from.path("id").asLong(), text, locale(from), false);
  }

  private TelegramReading message(String key, JsonNode message, boolean edited) {
    JsonNode chat = message.path("chat");
    if (isChannel(chat) || message.has("via_bot") || message.has("is_automatic_forward")) {
      return ignored(Reason.NO_PERSON);
    }
    JsonNode from = speaker(message);
    if (!isNumbered(from) || !isNumbered(chat) || !message.path("message_id").isInt()) {
      return ignored(Reason.UNREADABLE);
    }
    if (from.path("is_bot").asBoolean() || isStrange(chat, from)) {
      return ignored(Reason.NO_PERSON);
    }
    TelegramWords.Heard heard = words.hear(message, edited, isPrivate(chat));
    if (heard.input().isEmpty()) {
      return ignored(heard.silence());
    }
    Input input = heard.input().get();
    Incoming incoming =
        new Incoming(
            messageKey(key, message, input, edited),
            address(message, chat, from, true),
            input,
            locale(from));
    return new Event(incoming, Optional.empty());
  }

  /**
   * Admins of a group may speak in its name, and owners of a channel in that one's. They get their
   * answers like everybody else; who they are is not known, so all of a name are one.
   */
  private static JsonNode speaker(JsonNode message) {
    return message.path(message.has("sender_chat") ? "sender_chat" : "from");
  }

  /** A private chat has the number of its person; anything else is not Telegram's doing. */
  private static boolean isStrange(JsonNode chat, JsonNode from) {
    return isPrivate(chat) && chat.path("id").asLong() != from.path("id").asLong();
  }

  /**
   * The update's number alone would not do: numbers start again at random after a week without
   * updates. The pictures of an album arrive as one message each and are one thing to answer.
   */
  private static String messageKey(String key, JsonNode message, Input input, boolean edited) {
    String chat = message.path("chat").path("id").asText();
    JsonNode album = message.path("media_group_id");
    if (input instanceof Input.Attached && album.isTextual() && isId(album.asText())) {
      return "g:" + chat + ":" + album.asText();
    }
    String thing = chat + ":" + message.path("message_id").asInt();
    return key + thing + (edited ? ":" + message.path("edit_date").asLong() : "");
  }

  private TelegramReading press(String key, JsonNode query) {
    Optional<String> callback =
        Optional.of(query.path("id"))
            .filter(id -> id.isTextual() || id.isIntegralNumber())
            .map(JsonNode::asText)
            .filter(TelegramUpdates::isId);
    JsonNode from = query.path("from");
    JsonNode message = query.path("message");
    JsonNode chat = message.path("chat");
    String data = query.path("data").asText("");
    if (callback.isEmpty() || !isNumbered(from)) {
      return new Ignored(Reason.UNREADABLE, callback);
    }
    if (!isNumbered(chat) || isChannel(chat) || data.isEmpty()) {
      return new Ignored(Reason.NOT_A_MESSAGE, callback);
    }
    if (isStrange(chat, from)) {
      return new Ignored(Reason.NO_PERSON, callback);
    }
    Incoming pressed =
        new Incoming(
            key + "cb:" + callback.get(),
            address(message, chat, from, false),
            new Input.Pressed(data),
            locale(from));
    return new Event(pressed, callback);
  }

  private TelegramReading membership(String key, JsonNode change) {
    JsonNode chat = change.path("chat");
    JsonNode from = change.path("from");
    String status = change.path("new_chat_member").path("status").asText("");
    if (!isNumbered(chat) || !isNumbered(from)) {
      return ignored(Reason.UNREADABLE);
    }
    if (isStrange(chat, from)) {
      return ignored(Reason.NO_PERSON);
    }
    Optional<Input> input = isChannel(chat) ? Optional.empty() : membership(change, chat, status);
    if (input.isEmpty()) {
      return ignored(Reason.NOT_A_MESSAGE);
    }
    String dedupeKey = key + chat.path("id").asText() + ":member:" + change.path("date").asLong();
    return new Event(
        new Incoming(dedupeKey, address(change, chat, from, false), input.get(), locale(from)),
        Optional.empty());
  }

  /** Blocked, removed, or brought into a group; anything else, such as becoming admin, is quiet. */
  private static Optional<Input> membership(JsonNode change, JsonNode chat, String status) {
    if (isOutside(status)) {
      return Optional.of(new Input.Left());
    }
    boolean arrives = isOutside(change.path("old_chat_member").path("status").asText(""));
    boolean inside = status.equals("member") || status.equals("administrator");
    return arrives && inside && !isPrivate(chat)
        ? Optional.of(new Input.Added())
        : Optional.empty();
  }

  private static boolean isOutside(String status) {
    return status.equals("kicked") || status.equals("left");
  }

  private Address address(JsonNode message, JsonNode chat, JsonNode from, boolean answers) {
    boolean alone = isPrivate(chat);
    // A thread number also stands on plain replies in a supergroup; sending to those is refused.
    OptionalInt thread =
        message.path("is_topic_message").asBoolean()
            ? number(message.path("message_thread_id"))
            : OptionalInt.empty();
    OptionalInt reply =
        answers && !alone ? number(message.path("message_id")) : OptionalInt.empty();
    return new Address(
        TelegramSender.PLATFORM,
        self.id(),
        chat.path("id").asText(),
        from.path("id").asText(),
        alone ? Address.Audience.ALONE : Address.Audience.AMONG_OTHERS,
        new TelegramRoute(chat.path("id").asLong(), thread, reply).text());
  }

  private static OptionalInt number(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static Optional<String> locale(JsonNode from) {
    return Optional.of(from.path("language_code").asText("")).filter(code -> !code.isBlank());
  }

  private static boolean isNumbered(JsonNode personOrChat) {
    return isNumber(personOrChat.path("id"));
  }

  /** Whole, and not so large that a part of it would name somebody else. */
  private static boolean isNumber(JsonNode id) {
    return id.isIntegralNumber() && id.canConvertToLong();
  }

  private static boolean isId(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_ID;
  }

  private static boolean isPrivate(JsonNode chat) {
    return chat.path("type").asText().equals("private");
  }

  private static boolean isChannel(JsonNode chat) {
    return chat.path("type").asText().equals("channel");
  }

  private static TelegramReading ignored(Reason reason) {
    return new Ignored(reason, Optional.empty());
  }
}
