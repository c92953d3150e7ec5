package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address.Audience;
import bot.optout.Incoming;
import bot.optout.Input;
import bot.optout.Input.Kind;
import bot.optout.telegram.TelegramReading.Event;
import bot.optout.telegram.TelegramReading.Ignored;
import bot.optout.telegram.TelegramReading.Reason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TelegramUpdatesTest {
  private static final String ANA =
      "'from':{'id':42,'is_bot':false,'first_name':'Ana','language_code':'pt-BR'}";
  private static final String PRIVATE = "'chat':{'id':42,'type':'private'}";
  private static final String GROUP = "'chat':{'id':-1007,'type':'supergroup','title':'G'}";

  private final TelegramUpdates updates = new TelegramUpdates(Adapters.SELF);

  @Test
  void private_text_is_said_by_the_person_alone() {
    Incoming incoming = event(message(PRIVATE, "'text':'is it too late?'"));
    assertEquals(new Input.Said("is it too late?"), incoming.input());
    assertEquals("telegram", incoming.address().platform());
    assertEquals("123456789", incoming.address().tenant());
    assertEquals("42", incoming.address().chat());
    assertEquals("42", incoming.address().person());
    assertEquals(Audience.ALONE, incoming.address().audience());
    assertEquals(Optional.of("pt-BR"), incoming.locale());
    assertEquals("u:9:42:5", incoming.dedupeKey());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/draft            | draft | ''",
        "/DRAFT            | draft | ''",
        "/ask is it late   | ask   | is it late",
        "/start            | start | ''",
        "/start draft      | start | draft",
        "/start draft_instagram_de | start | draft_instagram_de",
        "/start too-late   | start | too-late",
        "/start start      | start | start",
        "/help@optout_test_bot | help | ''",
        "/HELP@Optout_Test_Bot more | help | more",
        "/nonsense x       | nonsense | x"
      })
  void commands_have_a_name_and_an_argument(String text, String name, String argument) {
    Incoming incoming = event(message(PRIVATE, "'text':'" + text.strip() + "'"));
    assertEquals(new Input.Commanded(name, argument), incoming.input());
  }

  @Test
  void a_command_may_carry_several_lines() {
    Incoming incoming = event(message(PRIVATE, "'text':'/ask one\\ntwo'"));
    assertEquals(new Input.Commanded("ask", "one\ntwo"), incoming.input());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ hello", "//", "/me@you@them", "see /help"})
  void what_only_looks_like_a_command_is_said(String text) {
    assertEquals(new Input.Said(text), event(message(PRIVATE, "'text':'" + text + "'")).input());
  }

  @Test
  void a_command_for_another_bot_is_not_ours() {
    assertEquals(Reason.OTHER_BOT, reason(message(PRIVATE, "'text':'/help@other_bot'")));
    assertEquals(Reason.OTHER_BOT, reason(message(GROUP, "'text':'/help@other_bot'")));
  }

  @Test
  void talk_in_a_group_is_none_of_our_business() {
    assertEquals(Reason.NOT_ADDRESSED, reason(message(GROUP, "'text':'lunch?'")));
    assertEquals(Reason.NOT_ADDRESSED, reason(message(GROUP, "'text':'/ban him'")));
    assertEquals(Reason.NOT_ADDRESSED, reason(message(GROUP, "'photo':[{}],'caption':'me'")));
    assertEquals(
        Reason.NOT_ADDRESSED,
        reason(
            message(
                GROUP,
                "'text':'@optout_test_bots hi','entities':[{'type':'mention','offset':0,'length':17}]")));
  }

  @Test
  void a_command_in_a_group_is_answered_there_among_others() {
    Incoming incoming = event(message(GROUP, "'text':'/ask@optout_test_bot is it late'"));
    assertEquals(new Input.Commanded("ask", "is it late"), incoming.input());
    assertEquals(Audience.AMONG_OTHERS, incoming.address().audience());
    assertEquals("-1007", incoming.address().chat());
    TelegramRoute route = TelegramRoute.parse(incoming.address().route());
    assertEquals(new TelegramRoute(-1007, OptionalInt.empty(), OptionalInt.of(5)), route);
    assertEquals(
        new Input.Commanded("draft", ""), event(message(GROUP, "'text':'/draft'")).input());
  }

  @Test
  void a_mention_is_cut_out_of_the_words() {
    String entities = "'entities':[{'type':'mention','offset':6,'length':16}]";
    assertEquals(
        new Input.Said("Hello  is it late?"),
        event(message(GROUP, "'text':'Hello @Optout_Test_Bot is it late?'," + entities)).input());
    String emoji = "'entities':[{'type':'mention','offset':3,'length':16}]";
    assertEquals(
        new Input.Said("😀  hm"),
        event(message(GROUP, "'text':'😀 @optout_test_bot hm'," + emoji)).input());
    String bare = "'entities':[{'type':'mention','offset':0,'length':16}]";
    assertEquals(
        new Input.Commanded("help", ""),
        event(message(GROUP, "'text':'@optout_test_bot'," + bare)).input());
  }

  @Test
  void a_reply_to_the_bot_is_for_the_bot() {
    String toUs = "'reply_to_message':{'message_id':3,'from':{'id':123456789,'is_bot':true}}";
    assertEquals(new Input.Said("why?"), event(message(GROUP, "'text':'why?'," + toUs)).input());
    assertEquals(
        new Input.Attached(Kind.PHOTO), event(message(GROUP, "'photo':[{}]," + toUs)).input());
    String opened =
        "'reply_to_message':{'message_id':3,'forum_topic_created':{},'from':{'id':123456789}}";
    assertEquals(Reason.NOT_ADDRESSED, reason(message(GROUP, "'text':'why?'," + opened)));
  }

  @Test
  void a_topic_is_kept_and_a_mere_thread_number_is_not() {
    String topic = "'text':'/help','is_topic_message':true,'message_thread_id':77";
    String thread = "'text':'/help','message_thread_id':77";
    assertEquals(
        OptionalInt.of(77),
        TelegramRoute.parse(event(message(GROUP, topic)).address().route()).thread());
    assertEquals(
        OptionalInt.empty(),
        TelegramRoute.parse(event(message(GROUP, thread)).address().route()).thread());
  }

  @ParameterizedTest
  @CsvSource({
    "photo,PHOTO",
    "voice,VOICE",
    "audio,VOICE",
    "video,VIDEO",
    "video_note,VIDEO",
    "sticker,STICKER",
    "document,DOCUMENT",
    "contact,CONTACT",
    "location,LOCATION",
    "poll,OTHER",
    "dice,OTHER"
  })
  void what_is_not_text_arrives_by_its_kind(String field, Kind kind) {
    assertEquals(
        new Input.Attached(kind),
        event(message(PRIVATE, "'" + field + "':{},'caption':'look'")).input());
  }

  @Test
  void an_animation_is_no_document_and_a_venue_is_a_place() {
    assertEquals(
        new Input.Attached(Kind.VIDEO),
        event(message(PRIVATE, "'document':{},'animation':{}")).input());
    assertEquals(
        new Input.Attached(Kind.LOCATION),
        event(message(PRIVATE, "'venue':{},'location':{}")).input());
  }

  @Test
  void the_pictures_of_an_album_are_one_thing() {
    String album = "'photo':[{}],'media_group_id':'8001'";
    assertEquals(
        event(message(PRIVATE, album)).dedupeKey(),
        event(
                "{'update_id':10,'message':{'message_id':6,"
                    + ANA
                    + ","
                    + PRIVATE
                    + ","
                    + album
                    + "}}")
            .dedupeKey());
  }

  @Test
  void forwarded_words_are_somebody_elses_even_if_they_look_like_a_command() {
    String origin = ",'forward_origin':{'type':'hidden_user'}";
    assertEquals(
        new Input.Said("We will honor it", true),
        event(message(PRIVATE, "'text':'We will honor it'" + origin)).input());
    assertEquals(
        new Input.Said("/forget", true),
        event(message(PRIVATE, "'text':'/forget'" + origin)).input());
  }

  /** Telegram says "edited" also when a link's preview arrives. */
  @Test
  void a_command_runs_once_however_often_its_message_is_edited() {
    assertEquals(Reason.ASKED_BEFORE, reason(edited("'text':'/ask https://a.org','edit_date':1")));
    String name = "@optout_test_bot";
    String mention = "'entities':[{'type':'mention','offset':0,'length':" + name.length() + "}]";
    assertEquals(
        Reason.ASKED_BEFORE,
        reason(
            edited("'text':'" + name + "'," + mention + ",'edit_date':1")
                .replace("'private'", "'supergroup'")));
  }

  @Test
  void an_edited_message_is_edited_and_has_a_key_of_its_own() {
    Incoming first = event(edited("'text':'France','edit_date':100"));
    Incoming second = event(edited("'text':'Spain','edit_date':101"));
    assertEquals(new Input.Edited("France"), first.input());
    assertNotEquals(first.dedupeKey(), second.dedupeKey());
    assertEquals(Reason.NOT_A_MESSAGE, reason(edited("'location':{},'edit_date':1")));
  }

  @Test
  void numbers_that_start_again_do_not_hide_a_message() {
    String again =
        "{'update_id':9,'message':{'message_id':6," + ANA + "," + PRIVATE + ",'text':'x'}}";
    assertNotEquals(event(message(PRIVATE, "'text':'x'")).dedupeKey(), event(again).dedupeKey());
  }

  @Test
  void a_button_is_pressed_and_its_query_is_to_be_answered() {
    TelegramReading reading = read(query("'data':'draft:yes'," + inMessage(PRIVATE)));
    Incoming incoming = ((Event) reading).incoming();
    assertEquals(new Input.Pressed("draft:yes"), incoming.input());
    assertEquals("u:9:cb:4455", incoming.dedupeKey());
    assertEquals(Optional.of("4455"), reading.callback());
    assertEquals(OptionalInt.empty(), TelegramRoute.parse(incoming.address().route()).reply());
  }

  @Test
  void a_button_of_a_message_that_telegram_forgot_works_too() {
    String old = "'message':{'message_id':3,'date':0," + GROUP + "}";
    assertEquals(new Input.Pressed("a"), event(query("'data':'a'," + old)).input());
  }

  @Test
  void a_query_that_means_nothing_to_us_is_still_answered() {
    assertEquals(Optional.of("4455"), read(query("'inline_message_id':'7','data':'a'")).callback());
    assertEquals(
        Optional.of("4455"), read(query("'game_short_name':'g'," + inMessage(PRIVATE))).callback());
  }

  @Test
  void who_blocks_the_bot_has_left() {
    assertEquals(new Input.Left(), event(member(PRIVATE, "kicked")).input());
    assertEquals(new Input.Left(), event(member(GROUP, "left")).input());
    assertEquals(Reason.NOT_A_MESSAGE, reason(member(PRIVATE, "member")));
    assertEquals(Reason.NOT_A_MESSAGE, reason(member(GROUP, "administrator")));
    assertEquals(
        Reason.NOT_A_MESSAGE, reason(member("'chat':{'id':-5,'type':'channel'}", "kicked")));
  }

  @Test
  void whoever_brings_the_bot_into_a_group_is_greeted_there() {
    String added =
        member(GROUP, "member").replace("{'status':'member'},'new", "{'status':'left'},'new");
    Incoming greeting = event(added);
    assertEquals(new Input.Added(), greeting.input());
    assertEquals(Audience.AMONG_OTHERS, greeting.address().audience());
    String unblocked =
        member(PRIVATE, "member").replace("{'status':'member'},'new", "{'status':'kicked'},'new");
    assertEquals(Reason.NOT_A_MESSAGE, reason(unblocked));
  }

  @Test
  void an_inline_question_is_looked_up_and_no_event() {
    TelegramReading reading =
        read(
            "{'update_id':9,'inline_query':{'id':'77',"
                + ANA
                + ",'query':'too late','offset':''}}");
    assertEquals(
        new TelegramReading.Inline("77", 42, "too late", Optional.of("pt-BR"), false), reading);
    assertEquals(
        Reason.UNREADABLE, reason("{'update_id':9,'inline_query':{'id':'77','query':'x'}}"));
  }

  @Test
  void a_guest_is_asked_without_its_name_and_only_where_an_operator_wants_it() {
    String caller = ANA.replace("'from'", "'guest_bot_caller_user'");
    String called =
        "{'update_id':9,'guest_message':{'message_id':1,'guest_query_id':'78',"
            + caller
            + ","
            + GROUP
            + ",'text':'@optout_test_bot too late?',"
            + "'entities':[{'type':'mention','offset':0,'length':16}]}}";
    assertEquals(
        new TelegramReading.Inline("78", 42, "too late?", Optional.of("pt-BR"), true),
        read(called));
    assertEquals(
        Reason.UNREADABLE, reason("{'update_id':9,'guest_message':{'guest_query_id':'78'}}"));
    assertEquals(5, TelegramUpdates.kinds(false).size());
    assertTrue(TelegramUpdates.kinds(true).contains("guest_message"));
  }

  @Test
  void nobody_is_answered_who_is_no_person() {
    String channel = "'chat':{'id':-5,'type':'channel'},'text':'x','message_id':1";
    assertEquals(Reason.NO_PERSON, reason("{'update_id':9,'message':{" + channel + "}}"));
    String bot = "'from':{'id':7,'is_bot':true,'first_name':'B'}";
    assertEquals(
        Reason.NO_PERSON,
        reason(
            "{'update_id':9,'message':{'message_id':1," + bot + "," + GROUP + ",'text':'/help'}}"));
    String forwarded =
        "'text':'/help','is_automatic_forward':true,'sender_chat':{'id':-1009,'type':'channel'}";
    assertEquals(Reason.NO_PERSON, reason(message(GROUP, forwarded)));
    assertEquals(
        Reason.NO_PERSON, reason(message(PRIVATE, "'text':'x','via_bot':{'id':1,'is_bot':true}")));
  }

  @Test
  void whoever_speaks_in_a_groups_name_is_answered_as_the_group() {
    String asGroup = "'text':'/help','sender_chat':{'id':-1007,'type':'supergroup'}";
    Incoming incoming = event(message(GROUP, asGroup));
    assertEquals("-1007", incoming.address().person());
    assertEquals(Audience.AMONG_OTHERS, incoming.address().audience());
    assertEquals(Optional.empty(), incoming.locale());
    String asChannel = "'text':'/help','sender_chat':{'id':-1009,'type':'channel'}";
    assertEquals("-1009", event(message(GROUP, asChannel)).address().person());
    assertEquals(Reason.NOT_ADDRESSED, reason(message(GROUP, asGroup.replace("/help", "lunch?"))));
  }

  @Test
  void nobody_speaks_in_somebody_elses_private_chat() {
    String other = "'chat':{'id':43,'type':'private'}";
    assertEquals(Reason.NO_PERSON, reason(message(other, "'text':'x'")));
    String press = "{'update_id':9,'callback_query':{'id':'7'," + ANA + ",'data':'x','message':{";
    assertEquals(Reason.NO_PERSON, reason(press + other + "}}}"));
    assertEquals(Optional.of("7"), read(press + other + "}}}").callback());
    String huge = "{'update_id':9,'message':{'message_id':1,'text':'x'," + PRIVATE + ",'from':{";
    assertEquals(Reason.UNREADABLE, reason(huge + "'id':18446744073709551658}}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "'x'",
        "{'update_id':'nine'}",
        "{'update_id':9,'message':'text'}",
        "{'update_id':9,'message':null}",
        "{'update_id':9,'message':{}}",
        "{'update_id':9,'message':{'message_id':1,'chat':{'id':'x'},'from':{'id':1},'text':'x'}}",
        "{'update_id':9,'message':{'message_id':1,'chat':[],'from':7,'text':'x'}}",
        "{'update_id':9,'callback_query':{'id':{},'data':[]}}",
        "{'update_id':9,'my_chat_member':[]}"
      })
  void a_broken_update_is_ignored(String json) {
    assertEquals(Reason.UNREADABLE, reason(json));
  }

  @Test
  void other_updates_and_service_messages_are_ignored() {
    assertEquals(Reason.OTHER_KIND, reason("{'update_id':9,'poll_answer':{}}"));
    assertEquals(Reason.NOT_A_MESSAGE, reason(message(GROUP, "'new_chat_members':[{}]")));
    assertEquals(Reason.NOT_A_MESSAGE, reason(message(PRIVATE, "'pinned_message':{}")));
  }

  @Test
  void nothing_that_was_written_shows_in_a_log() {
    TelegramReading reading = read(message(PRIVATE, "'text':'secret words'"));
    assertTrue(!reading.toString().contains("secret"), reading.toString());
  }

  private static String message(String chat, String content) {
    return "{'update_id':9,'message':{'message_id':5,'date':1,"
        + ANA
        + ","
        + chat
        + ","
        + content
        + "}}";
  }

  private static String edited(String content) {
    return "{'update_id':9,'edited_message':{'message_id':5,'date':1,"
        + ANA
        + ","
        + PRIVATE
        + ","
        + content
        + "}}";
  }

  private static String query(String content) {
    return "{'update_id':9,'callback_query':{'id':'4455',"
        + ANA
        + ",'chat_instance':'1',"
        + content
        + "}}";
  }

  private static String inMessage(String chat) {
    return "'message':{'message_id':3,'date':1," + chat + "}";
  }

  private static String member(String chat, String status) {
    return "{'update_id':9,'my_chat_member':{'date':3,"
        + ANA
        + ","
        + chat
        + ",'old_chat_member':{'status':'member'},'new_chat_member':{'status':'"
        + status
        + "'}}}";
  }

  private Incoming event(String json) {
    TelegramReading reading = read(json);
    assertTrue(reading instanceof Event, () -> reading + " of " + json);
    return ((Event) reading).incoming();
  }

  private Reason reason(String json) {
    TelegramReading reading = read(json);
    assertTrue(reading instanceof Ignored, () -> reading + " of " + json);
    return ((Ignored) reading).reason();
  }

  private TelegramReading read(String json) {
    try {
      JsonNode update = new ObjectMapper().readTree(json.replace('\'', '"'));
      return updates.read(update);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
