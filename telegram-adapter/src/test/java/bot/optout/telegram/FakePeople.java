package bot.optout.telegram;

import bot.optout.logs.Confidential;
import bot.optout.telegram.FakeMessage.FakeButton;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people who use Telegram: what they do arrives at the bot as updates. */
final class FakePeople {
  private static final Pattern COMMAND = Pattern.compile("^/[A-Za-z0-9_]+(@\\w+)?");
  private static final Pattern MENTION = Pattern.compile("(?<!\\w)@\\w{4,}");

  /** A chat as updates describe it. */
  record Chat(long id, String type) {
    static Chat supergroup(long number) {
      return new Chat(-1_000_000_000_000L - number, "supergroup");
    }
  }

  record Person(long id, String name, String language) {
    /** The chat of this person with the bot. */
    Chat chat() {
      return new Chat(id, "private");
    }
  }

  private final FakeTelegram telegram;
  private final ObjectMapper json = new ObjectMapper();
  private long date = 1_795_000_000L;
  private long queries = 5_000_000_000L;

  FakePeople(FakeTelegram telegram) {
    this.telegram = telegram;
  }

  static Person person(long id) {
    return new Person(id, "Person " + id, "en");
  }

  int say(Chat chat, Person person, String text) {
    return message(chat, person, message -> words(message, "text", "entities", text));
  }

  int say(Person person, String text) {
    return say(person.chat(), person, text);
  }

  /** Answers one of the bot's messages. */
  int reply(Chat chat, Person person, int answered, String text) {
    return message(
        chat,
        person,
        message -> {
          words(message, "text", "entities", text);
          answered(message, chat, answered);
        });
  }

  /** An admin speaks in the name of the group, or somebody in a channel's. */
  int sayAs(Chat chat, Chat name, String text) {
    Person nobody = new Person(1_087_968_824L, "Group", "");
    return message(
        chat,
        nobody,
        message -> {
          words(message, "text", "entities", text);
          message.set("sender_chat", chat(name));
          ObjectNode from = message.putObject("from");
          from.put("id", nobody.id()).put("is_bot", true).put("first_name", nobody.name());
        });
  }

  int sayInTopic(Chat chat, Person person, int thread, String text) {
    return message(
        chat,
        person,
        message -> {
          words(message, "text", "entities", text);
          message.put("is_topic_message", true).put("message_thread_id", thread);
          int id = message.path("message_id").asInt();
          telegram.withChats(chats -> chats.inTopic(chat.id(), id, thread));
        });
  }

  /** Sends something that is not text: {@code photo}, {@code voice}, {@code sticker}, ... */
  int send(Chat chat, Person person, String kind, String caption) {
    return message(
        chat,
        person,
        message -> {
          if (kind.equals("photo")) {
            message.putArray("photo").addObject().put("file_id", "f").put("width", 1);
          } else {
            message.putObject(kind).put("file_id", "f");
          }
          if (!caption.isEmpty()) {
            words(message, "caption", "caption_entities", caption);
          }
        });
  }

  int photo(Person person) {
    return send(person.chat(), person, "photo", "");
  }

  void edit(Chat chat, Person person, int messageId, String text) {
    ObjectNode message = bare(chat, person, messageId);
    message.put("edit_date", ++date);
    words(message, "text", "entities", text);
    arrive(chat, "edited_message", message);
  }

  /** Presses a button; the id of the callback query is returned. */
  String press(Chat chat, Person person, int messageId, String data) {
    String id = Long.toString(++queries);
    ObjectNode query = json.createObjectNode().put("id", id).put("chat_instance", "77");
    query.set("from", from(person));
    ObjectNode message = query.putObject("message");
    message.put("message_id", messageId).put("date", ++date).put("text", "…");
    message.set("chat", chat(chat));
    query.put("data", data);
    telegram.expectAnswer(id);
    arrive(chat, "callback_query", query);
    return id;
  }

  String press(Person person, FakeMessage message, FakeButton button) {
    return press(person.chat(), person, message.id(), button.data());
  }

  /** Blocks the bot, or removes it from a group. */
  void block(Chat chat, Person person) {
    telegram.withChats(chats -> chats.close(chat.id(), true));
    member(chat, person, "kicked");
  }

  void unblock(Chat chat, Person person) {
    telegram.withChats(chats -> chats.close(chat.id(), false));
    member(chat, person, "member");
  }

  /** The group becomes a supergroup with another id. */
  void migrate(Chat from, Chat to) {
    telegram.withChats(chats -> chats.move(from.id(), to.id()));
  }

  /** Any message, for the odd ones; the caller adds what it consists of. */
  int message(Chat chat, Person person, Consumer<ObjectNode> content) {
    int id = telegram.nextMessageId(chat.id());
    ObjectNode message = bare(chat, person, id);
    content.accept(message);
    arrive(chat, "message", message);
    return id;
  }

  /** What somebody says in a private chat, as it arrives. */
  static ObjectNode update(int id, long person, String text) {
    ObjectNode update = new ObjectMapper().createObjectNode().put("update_id", id);
    ObjectNode message = update.putObject("message").put("message_id", 1).put("date", 1);
    message.putObject("from").put("id", person).put("is_bot", false).put("first_name", "A");
    message.putObject("chat").put("id", person).put("type", "private");
    message.put("text", text);
    return update;
  }

  /** Any update. */
  void arrive(Chat chat, String kind, ObjectNode content) {
    ObjectNode update = json.createObjectNode();
    update.set(kind, content);
    telegram.withChats(chats -> chats.know(chat.id()));
    telegram.withQueue(queue -> queue.add(kind, update));
  }

  ObjectNode bare(Chat chat, Person person, int messageId) {
    ObjectNode message = json.createObjectNode().put("message_id", messageId).put("date", ++date);
    message.set("from", from(person));
    message.set("chat", chat(chat));
    return message;
  }

  /** Brings the bot into a group. */
  void add(Chat chat, Person person) {
    member(chat, person, "left", "member");
  }

  /** Types {@code @bot words} in some chat; the id of the query is returned. */
  String inline(Person person, String words) {
    Confidential.tell(words);
    String id = Long.toString(++queries);
    ObjectNode query = json.createObjectNode().put("id", id).put("query", words).put("offset", "");
    query.set("from", from(person));
    telegram.expectAnswer(id);
    arrive(person.chat(), "inline_query", query);
    return id;
  }

  /** Calls the bot into a chat that it is no member of; the id of the query is returned. */
  String callGuest(Chat chat, Person person, String text) {
    String id = Long.toString(++queries);
    ObjectNode message = bare(chat, person, telegram.nextMessageId(chat.id()));
    words(message, "text", "entities", text);
    message.put("guest_query_id", id);
    message.set("guest_bot_caller_user", from(person));
    telegram.expectAnswer(id);
    arrive(chat, "guest_message", message);
    return id;
  }

  /** Passes on what somebody else wrote. */
  int forward(Person person, String text) {
    return message(
        person.chat(),
        person,
        message -> {
          words(message, "text", "entities", text);
          message.putObject("forward_origin").put("type", "hidden_user").put("date", 1);
        });
  }

  private void member(Chat chat, Person person, String status) {
    member(chat, person, "member", status);
  }

  private void member(Chat chat, Person person, String before, String status) {
    ObjectNode change = json.createObjectNode().put("date", ++date);
    change.set("chat", chat(chat));
    change.set("from", from(person));
    change.putObject("old_chat_member").put("status", before);
    change.putObject("new_chat_member").put("status", status);
    arrive(chat, "my_chat_member", change);
  }

  private ObjectNode from(Person person) {
    Confidential.tell(Long.toString(person.id()));
    Confidential.tell(person.name());
    return json.createObjectNode()
        .put("id", person.id())
        .put("is_bot", false)
        .put("first_name", person.name())
        .put("language_code", person.language());
  }

  private ObjectNode chat(Chat chat) {
    Confidential.tell(Long.toString(chat.id()));
    return json.createObjectNode().put("id", chat.id()).put("type", chat.type());
  }

  private static void answered(ObjectNode message, Chat chat, int answered) {
    ObjectNode reply = message.putObject("reply_to_message");
    reply.put("message_id", answered).put("date", 1);
    reply.putObject("chat").put("id", chat.id()).put("type", chat.type());
    reply.putObject("from").put("id", FakeTelegram.BOT_ID).put("is_bot", true);
  }

  /** As Telegram does, marks commands and mentions in a text. */
  private static void words(ObjectNode message, String field, String entities, String text) {
    Confidential.tell(text);
    message.put(field, text);
    ArrayNode marks = message.withArray(entities);
    Matcher command = COMMAND.matcher(text);
    if (command.find()) {
      mark(marks, "bot_command", command);
    }
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      mark(marks, "mention", mention);
    }
  }

  private static void mark(ArrayNode marks, String type, Matcher found) {
    marks
        .addObject()
        .put("type", type)
        .put("offset", found.start())
        .put("length", found.end() - found.start());
  }
}
