package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.telegram.FakePeople.Chat;
import bot.optout.telegram.FakePeople.Person;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake is worth nothing if it takes what the real server refuses. */
final class FakeTelegramTest {
  private static final Person ANA = FakePeople.person(42);

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b",
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "<p>x</p>",
        "<pre><b>x</b></pre>",
        "<blockquote><blockquote>x</blockquote></blockquote>",
        "<a href=\"x>y</a>"
      })
  void bad_markup_is_refused(String html) {
    assertThrows(HtmlMessage.Malformed.class, () -> HtmlMessage.parse(html));
  }

  @Test
  void good_markup_is_read() throws HtmlMessage.Malformed {
    HtmlMessage message =
        HtmlMessage.parse("a &lt; &#98; &unknown; <a href=\"https://x/?a&amp;b\">c</a> <b>😀</b>");
    assertEquals("a < b &unknown; c 😀", message.text());
    assertEquals("https://x/?a&b", message.entities().get(0).url());
    assertEquals(2, message.entities().get(1).length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sendMessage | {'chat_id':42} | text is missing",
        "sendMessage | {'chat_id':42,'text':''} | message text is empty",
        "sendMessage | {'chat_id':42,'text':7} | not of type",
        "sendMessage | {'chat_id':42,'text':'x','disable_web_page_preview':true} | unknown parameter",
        "sendMessage | {'chat_id':42,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'a'}]]}} | exactly one",
        "sendMessage | {'chat_id':42,'text':'x','reply_markup':{'inline_keyboard':[{'text':'a'}]}} | not of type",
        "sendMessage | {'chat_id':42,'text':'x','link_preview_options':{'off':true}} | unknown parameter",
        "sendMessage | {'chat_id':4711,'text':'x'} | chat not found",
        "editMessageText | {'chat_id':42,'message_id':7,'text':'x'} | message to edit not found",
        "deleteMessage | {'chat_id':42,'message_id':7} | message to delete not found",
        "answerCallbackQuery | {'callback_query_id':'7'} | query is too old",
        "setMyCommands | {'commands':[{'command':'Start','description':'x'}]} | has not the form"
      })
  void a_bad_call_is_refused(String method, String body, String complaint) throws Exception {
    people.say(ANA, "hi");
    JsonNode answer = call(method, body.replace('\'', '"'));
    assertEquals(400, answer.path("error_code").asInt());
    assertTrue(answer.path("description").asText().contains(complaint), answer.toString());
  }

  @Test
  void lengths_count_after_the_markup_is_read() throws Exception {
    people.say(ANA, "hi");
    String full = "<b>" + "&lt;".repeat(4096) + "</b>";
    String text = "{\"chat_id\":42,\"parse_mode\":\"HTML\",\"text\":\"";
    assertTrue(call("sendMessage", text + full + "\"}").path("ok").asBoolean());
    assertEquals(
        "Bad Request: message is too long",
        call("sendMessage", text + full + "x\"}").path("description").asText());
    String data = "{\"text\":\"a\",\"callback_data\":\"" + "é".repeat(33) + "\"}";
    assertEquals(
        "Bad Request: BUTTON_DATA_INVALID",
        call("sendMessage", text + "x\",\"reply_markup\":{\"inline_keyboard\":[[" + data + "]]}}")
            .path("description")
            .asText());
  }

  @Test
  void method_names_may_have_any_case_and_tokens_may_not() throws Exception {
    people.say(ANA, "hi");
    assertTrue(call("SENDmessage", "{\"chat_id\":\"42\",\"text\":\"x\"}").path("ok").asBoolean());
    assertEquals(404, call("sendPigeon", "{}").path("error_code").asInt());
    URI wrong = telegram.url().resolve("/bot1:x/getMe");
    assertEquals(401, post(wrong, "{}").path("error_code").asInt());
  }

  @Test
  void updates_are_kept_until_they_are_confirmed() throws Exception {
    people.say(ANA, "one");
    people.say(ANA, "two");
    JsonNode first = call("getUpdates", "{\"limit\":1}").path("result");
    assertEquals(first, call("getUpdates", "{\"limit\":1}").path("result"));
    long next = first.get(0).path("update_id").asLong() + 1;
    JsonNode second = call("getUpdates", "{\"offset\":" + next + "}").path("result");
    assertEquals("two", second.get(0).path("message").path("text").asText());
    assertEquals(1, telegram.unconfirmed());
  }

  @Test
  void a_webhook_is_brought_only_what_it_asked_for() throws Exception {
    String hook = "{\"url\":\"http://127.0.0.1:9\",\"allowed_updates\":[\"message\"]}";
    assertTrue(call("setWebhook", hook).path("ok").asBoolean());
    people.inline(ANA, "x");
    assertEquals(0, telegram.unconfirmed());
    people.say(ANA, "x");
    assertEquals(1, telegram.unconfirmed());
    telegram.await(() -> telegram.deliveries().size() > 1);
    JsonNode info = call("getWebhookInfo", "{}").path("result");
    assertTrue(info.path("last_error_date").asLong() > 0);
  }

  @Test
  void a_supergroup_numbers_its_messages_itself_and_all_other_chats_share_one_sequence() {
    int first = people.say(ANA, "x");
    assertEquals(first + 1, people.say(new Chat(-77, "group"), ANA, "x"));
    int own = people.say(Chat.supergroup(9), ANA, "x");
    assertEquals(own, people.say(Chat.supergroup(8), ANA, "x"));
    assertEquals(own + 1, people.say(Chat.supergroup(9), ANA, "x"));
  }

  @Test
  void a_shut_topic_takes_no_message_and_no_reply_to_what_stands_in_it() throws Exception {
    Chat forum = Chat.supergroup(9);
    int asked = people.sayInTopic(forum, ANA, 17, "x");
    telegram.withChats(chats -> chats.shut(forum.id(), 17, "TOPIC_CLOSED"));
    String text = "{\"chat_id\":" + forum.id() + ",\"text\":\"x\"";
    for (String where :
        List.of(
            ",\"message_thread_id\":17}",
            ",\"reply_parameters\":{\"message_id\":" + asked + "}}")) {
      assertEquals(
          "Bad Request: TOPIC_CLOSED",
          call("sendMessage", text + where).path("description").asText());
    }
    assertTrue(call("sendMessage", text + "}").path("ok").asBoolean());
  }

  private JsonNode call(String method, String body) throws Exception {
    return post(telegram.url().resolve("/bot" + FakeTelegram.TOKEN + "/" + method), body);
  }

  private JsonNode post(URI url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new ObjectMapper()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
