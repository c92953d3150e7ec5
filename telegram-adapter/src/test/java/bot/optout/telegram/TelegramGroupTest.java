package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.telegram.FakePeople.Chat;
import bot.optout.telegram.FakePeople.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where others read along. */
@Timeout(120)
final class TelegramGroupTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Person BEN = FakePeople.person(43);
  private static final Chat GROUP = Chat.supergroup(9);

  private final RunningBot bot = new RunningBot();

  @AfterEach
  void close() {
    assertEquals(List.of(), bot.telegram.refusals());
    bot.close();
  }

  @Test
  void it_is_silent_until_it_is_addressed() {
    bot.people.say(GROUP, ANA, "is it too late to object?");
    bot.people.say(GROUP, ANA, "@somebody_else is it too late?");
    bot.people.say(GROUP, ANA, "/settings");
    bot.people.say(GROUP, ANA, "/help@another_bot");
    bot.people.send(GROUP, ANA, "photo", "");
    bot.settle();
    assertEquals(List.of(), said(GROUP));
    int asked = bot.people.say(GROUP, ANA, "@optout_test_bot is it too late?");
    bot.settle();
    assertTrue(last(GROUP).text().startsWith("No. You can object today"));
    assertEquals(OptionalInt.of(asked), last(GROUP).replyTo());
    bot.people.reply(GROUP, BEN, last(GROUP).id(), "what is legitimate interest");
    bot.settle();
    assertEquals(2, said(GROUP).size());
    bot.people.say(GROUP, BEN, "/ask is it too late");
    bot.settle();
    assertEquals(3, said(GROUP).size());
  }

  @Test
  void personal_things_lead_to_the_private_chat_by_a_link_that_goes_on_there() {
    bot.people.say(GROUP, ANA, "/draft");
    bot.settle();
    FakeMessage.FakeButton way = last(GROUP).buttons().get(0);
    assertEquals("https://t.me/optout_test_bot?start=draft", way.url());
    bot.people.say(ANA, "/start draft");
    bot.settle();
    assertTrue(last(ANA.chat()).text().startsWith("Where do you live?"));
  }

  @Test
  void one_persons_draft_is_never_anothers() {
    bot.people.say(ANA, "/draft");
    bot.settle();
    bot.people.say(GROUP, BEN, "@optout_test_bot France");
    bot.people.say(GROUP, ANA, "@optout_test_bot France");
    bot.settle();
    for (String text : said(GROUP)) {
      assertFalse(text.contains("noted"), text);
    }
    assertEquals(1, said(ANA.chat()).size());
    FakeMessage card = last(ANA.chat());
    bot.people.press(GROUP, BEN, card.id(), card.buttons().get(0).data());
    bot.settle();
    assertEquals(card, last(ANA.chat()));
  }

  @Test
  void buttons_that_nobody_was_shown_change_nothing() {
    bot.people.say(ANA, "/start draft_instagram_fr");
    bot.settle();
    for (String data :
        List.of(
            "forget:yes",
            "case:1",
            "case:1:forget",
            "review:take",
            "sent:today",
            "entry:../../etc/passwd",
            "place:zz",
            "country:",
            "private:forget",
            "admin:reload",
            "x".repeat(64),
            "\ud83c\udca1'\"<b>;--")) {
      int before = bot.telegram.calls("sendMessage").size();
      bot.people.press(BEN.chat(), BEN, 1, data);
      bot.people.press(ANA.chat(), ANA, 1, data);
      bot.clock.advance(Duration.ofSeconds(20));
      bot.settle();
      assertTrue(bot.telegram.calls("sendMessage").size() > before, data);
    }
    // The card stays as it is, which Telegram finds worth a refusal.
    bot.telegram.forgetRefusals();
    bot.people.say(ANA, "no reason");
    bot.settle();
    assertTrue(last(ANA.chat()).text().startsWith("Your name?"), last(ANA.chat()).text());
    for (String command : List.of("/reload", "/admin", "/unanswered", "/broadcast hi")) {
      bot.people.say(BEN, command);
      bot.settle();
      assertTrue(last(BEN.chat()).text().contains("don't know"), last(BEN.chat()).text());
    }
  }

  @Test
  void somebody_who_speaks_in_the_groups_name_is_answered() {
    bot.people.sayAs(GROUP, GROUP, "/ask is it too late");
    bot.settle();
    assertTrue(last(GROUP).text().startsWith("No. You can object today"));
    bot.people.sayAs(GROUP, GROUP, "/draft");
    bot.settle();
    assertEquals("https://t.me/optout_test_bot?start=draft", last(GROUP).buttons().get(0).url());
    int before = said(GROUP).size();
    bot.people.sayAs(GROUP, GROUP, "is it too late?");
    bot.people.press(GROUP, BEN, last(GROUP).id(), "entry:how-to-opt-out");
    bot.settle();
    assertEquals(before + 1, said(GROUP).size());
  }

  @Test
  void settings_is_the_language() {
    bot.people.say(ANA, "/settings");
    bot.settle();
    assertTrue(last(ANA.chat()).buttons().stream().anyMatch(b -> b.label().equals("Deutsch")));
  }

  @Test
  void in_a_topic_it_answers_there() {
    bot.people.sayInTopic(GROUP, ANA, 17, "/ask is it too late");
    bot.settle();
    assertEquals(OptionalInt.of(17), last(GROUP).thread());
  }

  @Test
  void a_topic_that_is_closed_meanwhile_gets_its_answer_in_the_group() {
    bot.people.sayInTopic(GROUP, ANA, 17, "/ask is it too late");
    bot.telegram.withChats(chats -> chats.shut(GROUP.id(), 17, "TOPIC_CLOSED"));
    bot.settle();
    assertEquals(OptionalInt.empty(), last(GROUP).thread());
    assertTrue(last(GROUP).text().startsWith("No. You can object today"));
    assertEquals(1, bot.telegram.refusals().size());
    bot.telegram.forgetRefusals();
  }

  @Test
  void a_group_that_became_a_supergroup_still_gets_its_answer() {
    Chat small = new Chat(-77, "group");
    bot.people.say(small, ANA, "/ask is it too late");
    bot.people.migrate(small, GROUP);
    bot.telegram.await(() -> bot.telegram.unconfirmed() == 0);
    bot.settle();
    assertTrue(last(GROUP).text().startsWith("No. You can object today"));
    assertEquals(1, bot.telegram.refusals().size());
    bot.telegram.forgetRefusals();
  }

  @Test
  void it_introduces_itself_once_when_it_is_added_and_nothing_is_sent_after_it_is_removed() {
    bot.people.add(GROUP, ANA);
    bot.settle();
    assertTrue(last(GROUP).text().contains("I stay quiet unless"));
    bot.people.block(GROUP, ANA);
    bot.people.say(ANA, "/draft");
    bot.people.block(ANA.chat(), ANA);
    bot.settle();
    assertEquals(1, said(GROUP).size());
    int calls = bot.telegram.calls("sendMessage").size();
    bot.clock.advance(Duration.ofDays(8));
    bot.settle();
    assertEquals(calls, bot.telegram.calls("sendMessage").size());
  }

  @Test
  void channels_are_none_of_its_business() {
    Chat channel = new Chat(-1_000_000_000_555L, "channel");
    bot.people.message(channel, ANA, message -> message.put("text", "/help"));
    bot.people.add(channel, ANA);
    bot.settle();
    assertEquals(List.of(), said(channel));
  }

  @Test
  void what_is_no_text_gets_a_helpful_word() {
    for (String kind : List.of("voice", "sticker", "contact", "location", "document", "video")) {
      int before = said(ANA.chat()).size();
      bot.people.send(ANA.chat(), ANA, kind, "");
      bot.settle();
      assertEquals(before + 1, said(ANA.chat()).size(), kind);
      assertTrue(last(ANA.chat()).text().contains("lease type"), kind);
    }
  }

  @Test
  void what_is_forwarded_is_looked_at_as_somebody_elses_words() {
    bot.people.say(ANA, "/start draft_instagram_fr");
    bot.settle();
    bot.people.forward(
        ANA,
        "Hello, thank you for contacting us about how we use information from your account. We"
            + " have looked at what you sent us and have a few more things to tell you about it.");
    bot.settle();
    assertTrue(
        said(ANA.chat()).stream()
            .anyMatch(text -> text.startsWith("I can't tell what this answer means")));
    assertTrue(last(ANA.chat()).text().contains("Do you want to give a reason?"));
  }

  @Test
  void an_answer_is_found_from_any_chat_with_its_sources_and_leaves_no_trace() {
    Person german = new Person(44, "C", "de");
    String late = bot.people.inline(ANA, "is it too late");
    String spaet = bot.people.inline(german, "ist es zu spät");
    String nothing = bot.people.inline(BEN, "best pizza in town");
    String all = bot.people.inline(FakePeople.person(45), "");
    bot.settle();
    bot.telegram.await(() -> bot.telegram.inlineAnswers().size() == 4);
    JsonNode found = bot.telegram.inlineAnswer(late).path(0);
    assertEquals("entry:too-late", found.path("id").asText());
    String html = found.path("input_message_content").path("message_text").asText();
    assertTrue(html.contains("<a href=\"https://"), html);
    assertEquals(
        "https://t.me/optout_test_bot?start=s_too-late",
        found.path("reply_markup").path("inline_keyboard").path(0).path(0).path("url").asText());
    assertEquals(0, bot.telegram.inlineAnswer(nothing).size());
    assertEquals(5, bot.telegram.inlineAnswer(all).size());
    String title = bot.telegram.inlineAnswer(spaet).path(0).path("title").asText();
    assertTrue(title.startsWith("Ist"), title);
    assertEquals(List.of(), said(ANA.chat()));
    assertEquals(Optional.empty(), bot.store.inbox().nextDue("telegram"));
  }

  @Test
  void a_guest_answers_once_where_it_is_called_and_leaves_no_trace() {
    Chat elsewhere = Chat.supergroup(77);
    String late = bot.people.callGuest(elsewhere, ANA, "@optout_test_bot is it too late?");
    String pizza = bot.people.callGuest(elsewhere, BEN, "@optout_test_bot best pizza in town");
    bot.settle();
    bot.telegram.await(() -> bot.telegram.inlineAnswers().size() == 2);
    assertEquals("entry:too-late", bot.telegram.inlineAnswer(late).path("id").asText());
    String who =
        bot.telegram
            .inlineAnswer(pizza)
            .path("input_message_content")
            .path("message_text")
            .asText();
    assertTrue(who.contains("not legal advice") || who.contains("data"), who);
    assertEquals(List.of(), said(elsewhere));
    assertEquals(Optional.empty(), bot.store.inbox().nextDue("telegram"));
  }

  @Test
  void a_shared_answer_opens_where_it_leads() {
    bot.people.say(ANA, "/start s_too-late");
    bot.settle();
    assertTrue(last(ANA.chat()).text().startsWith("No. You can object today"));
  }

  private List<String> said(Chat chat) {
    return bot.telegram.messages(chat.id()).stream().map(FakeMessage::text).toList();
  }

  private FakeMessage last(Chat chat) {
    List<FakeMessage> messages = bot.telegram.messages(chat.id());
    return messages.get(messages.size() - 1);
  }
}
