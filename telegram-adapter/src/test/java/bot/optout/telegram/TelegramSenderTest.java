package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Outgoing;
import bot.optout.Sender;
import bot.optout.delivery.KeptProgress;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import bot.optout.telegram.FakePeople.Chat;
import bot.optout.telegram.FakePeople.Person;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TelegramSenderTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Chat GROUP = new Chat(-77, "group");
  private static final Chat FORUM = Chat.supergroup(9);

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final Sender sender = adapter.sender(Adapters.SELF);

  @BeforeEach
  void they_know_each_other() {
    people.say(ANA, "hi");
    people.say(GROUP, ANA, "hi");
  }

  @AfterEach
  void close() {
    adapter.close();
    telegram.close();
  }

  @Test
  void a_message_arrives_with_its_buttons() {
    Sending sending =
        sender.send(
            say(Message.of("Hello <you>").offering(new Choice("a", "Yes"))), Progress.none());
    FakeMessage message = only(ANA.chat());
    assertEquals(new Sending.Delivered(List.of("42:" + message.id())), sending);
    assertEquals("Hello <you>\n[Yes]", message.seen());
    assertEquals("a", message.buttons().get(0).data());
    assertTrue(
        telegram
            .calls("sendMessage")
            .get(0)
            .parameters()
            .at("/link_preview_options/is_disabled")
            .asBoolean());
  }

  @Test
  void a_file_follows_and_the_buttons_reference_stays_last() {
    Message letter =
        Message.of(List.of(new Block.Copyable("Dear ł😀")))
            .offering(new Choice("a", "Sent"))
            .carrying(new Attachment.Text("objection ł.txt", "text/plain", "Dear ł😀\n"));
    Sending sending = sender.send(say(letter), Progress.none());
    List<FakeMessage> messages = telegram.messages(42);
    assertEquals(2, messages.size());
    assertEquals(
        new Sending.Delivered(List.of("42:" + messages.get(1).id(), "42:" + messages.get(0).id())),
        sending);
    assertEquals(
        Optional.of(new CallBody.UploadedFile("objection ł.txt", "Dear ł😀\n")),
        messages.get(1).file());
    assertEquals(List.of(), telegram.refusals());
  }

  @Test
  void a_group_gets_its_answer_in_the_topic_and_under_the_question() {
    Outgoing answer =
        new Outgoing.Say(address(GROUP.id(), "-77/5/9"), Message.of("x"), Optional.empty());
    assertInstanceOf(Sending.Delivered.class, sender.send(answer, Progress.none()));
    assertEquals(OptionalInt.of(5), only(GROUP).thread());
    assertEquals(OptionalInt.of(9), only(GROUP).replyTo());
  }

  @Test
  void a_card_is_edited_in_place() {
    String card = deliver(card("one", Optional.empty(), false));
    assertEquals(card, deliver(card("two", Optional.of(card), true)));
    assertEquals("two\n[Yes]", only(ANA.chat()).seen());
  }

  @Test
  void an_unchanged_card_is_delivered() {
    String card = deliver(card("one", Optional.empty(), false));
    assertEquals(card, deliver(card("one", Optional.of(card), true)));
    assertEquals(400, telegram.calls("editMessageText").get(0).status());
  }

  @Test
  void a_card_that_is_gone_is_sent_anew() {
    String card = deliver(card("two", Optional.of("42:99999"), true));
    assertEquals("42:" + only(ANA.chat()).id(), card);
  }

  @Test
  void a_new_card_takes_the_buttons_off_the_old_one() {
    String card = deliver(card("one", Optional.empty(), false));
    deliver(card("two", Optional.of(card), false));
    assertEquals(
        List.of("one", "two\n[Yes]"),
        telegram.messages(42).stream().map(FakeMessage::seen).toList());
    telegram.fault("editMessageReplyMarkup", Fault.error(500, "Internal Server Error"));
    deliver(card("three", Optional.of("42:1"), false));
    deliver(card("four", Optional.of("42:99999"), false));
    assertEquals(4, telegram.messages(42).size());
  }

  @Test
  void a_deleted_message_is_gone_and_stays_gone() {
    String reference = deliver(say(Message.of("x")));
    Outgoing delete = new Outgoing.Delete(address(42, ""), reference);
    assertInstanceOf(Sending.Delivered.class, sender.send(delete, Progress.none()));
    assertEquals(List.of(), telegram.messages(42));
    assertInstanceOf(Sending.Delivered.class, sender.send(delete, Progress.none()));
  }

  @Test
  void a_blocked_bot_and_an_unknown_chat_are_gone() {
    assertEquals(new Sending.Gone(), sender.send(to(4711), Progress.none()));
    people.block(ANA.chat(), ANA);
    assertEquals(new Sending.Gone(), sender.send(say(Message.of("x")), Progress.none()));
  }

  @Test
  void too_many_requests_names_the_pause() {
    telegram.fault("sendMessage", Fault.tooMany(17));
    assertEquals(
        new Sending.RetryAfter(Duration.ofSeconds(17)),
        sender.send(say(Message.of("x")), Progress.none()));
  }

  @Test
  void what_telegram_will_never_take_is_refused_without_quoting_it() {
    telegram.fault(
        "sendMessage",
        Fault.error(400, "Bad Request: can't parse inline keyboard button: \"secret\""));
    assertEquals(
        new Sending.Refused("refused 400 (can't parse inline keyboard button)"),
        sender.send(say(Message.of("x")), Progress.none()));
  }

  @Test
  void a_server_that_says_it_failed_did_not_send_and_one_that_gave_up_waiting_may_have() {
    for (Fault fault :
        List.of(
            Fault.error(500, "Internal Server Error"),
            Fault.answer(502, "<html>Bad Gateway</html>"),
            Fault.answer(503, "<html>Service Unavailable</html>"),
            Fault.error(401, "Unauthorized"))) {
      telegram.fault("sendMessage", fault);
      assertInstanceOf(Sending.Failed.class, sender.send(say(Message.of("x")), Progress.none()));
    }
    for (Fault fault :
        List.of(
            Fault.gatewayTimeout(),
            Fault.error(504, "Gateway Timeout"),
            Fault.answer(500, ""),
            Fault.answer(503, " "))) {
      telegram.fault("sendMessage", fault);
      assertInstanceOf(Sending.Ambiguous.class, sender.send(say(Message.of("x")), Progress.none()));
    }
  }

  @Test
  void without_an_answer_a_send_is_ambiguous_and_an_edit_just_failed() {
    String card = deliver(card("one", Optional.empty(), false));
    try (TelegramAdapter hasty = Adapters.hasty(telegram)) {
      without_an_answer(hasty.sender(Adapters.SELF), card);
    }
  }

  private void without_an_answer(Sender hasty, String card) {
    for (Fault fault :
        List.of(
            Fault.reset(),
            Fault.reset().afterwards(),
            Fault.cut(),
            Fault.hang(),
            Fault.gatewayTimeout().afterwards())) {
      telegram.fault("sendMessage", fault);
      assertInstanceOf(
          Sending.Ambiguous.class,
          hasty.send(say(Message.of("x")), Progress.none()),
          fault.toString());
      telegram.fault("editMessageText", fault);
      assertInstanceOf(
          Sending.Failed.class,
          hasty.send(card("two", Optional.of(card), true), Progress.none()),
          fault.toString());
      telegram.fault("deleteMessage", fault);
      assertInstanceOf(
          Sending.Failed.class,
          hasty.send(new Outgoing.Delete(address(42, ""), card), Progress.none()),
          fault.toString());
    }
  }

  @Test
  void a_request_is_never_repeated_behind_our_back() {
    telegram.fault("sendMessage", Fault.reset());
    sender.send(say(Message.of("x")), Progress.none());
    assertEquals(1, telegram.calls("sendMessage").size());
  }

  @Test
  void a_server_that_is_not_there_was_not_reached() {
    URI nowhere = telegram.url();
    telegram.close();
    try (TelegramAdapter lost = Adapters.at(nowhere, Adapters.NO_LIMITS, Clock.systemUTC())) {
      assertEquals(
          new Sending.Failed("not_sent (ConnectException)"),
          lost.sender(Adapters.SELF).send(say(Message.of("x")), Progress.none()));
    }
    URI unknown = URI.create("http://no-such-host.invalid:80");
    try (TelegramAdapter lost = Adapters.at(unknown, Adapters.NO_LIMITS, Clock.systemUTC())) {
      assertInstanceOf(
          Sending.Failed.class,
          lost.sender(Adapters.SELF).send(say(Message.of("x")), Progress.none()));
    }
  }

  @Test
  void delivered_parts_are_not_repeated() {
    Message letter =
        Message.of("a".repeat(4000), "b".repeat(4000))
            .carrying(new Attachment.Text("letter.txt", "text/plain", "Dear"));
    Fault broken = Fault.error(500, "Internal Server Error");
    telegram.fault("sendDocument", broken, broken);
    Progress progress = Progress.none();
    assertInstanceOf(Sending.Failed.class, sender.send(say(letter), progress));
    assertInstanceOf(Sending.Failed.class, sender.send(say(letter), progress));
    assertEquals(2, progress.done());
    Sending.Delivered done =
        assertInstanceOf(Sending.Delivered.class, sender.send(say(letter), progress));
    assertEquals(3, done.references().size());
    assertEquals(2, telegram.calls("sendMessage").size());
    assertEquals(3, telegram.messages(42).size());
  }

  @Test
  void a_card_that_was_sent_anew_is_kept_before_its_next_part() {
    Outgoing card =
        new Outgoing.Say(
            address(42, "42/-/-"),
            Message.of("a".repeat(4000), "b".repeat(4000)),
            Optional.of(new Outgoing.Card(Optional.of("42:99999"), true)));
    KeptProgress kept = new KeptProgress();
    telegram.faultAt(3, Fault.reset());
    assertInstanceOf(Sending.Ambiguous.class, sender.send(card, kept.next()));
    assertInstanceOf(Sending.Delivered.class, sender.send(card, kept.next()));
    assertEquals(2, telegram.messages(42).size());
  }

  @Test
  void a_card_that_is_gone_from_a_group_is_sent_anew_at_once() {
    SendPace.Limits limits = SendPace.Limits.telegram(1_000);
    try (TelegramAdapter paced = Adapters.at(telegram.url(), limits, Clock.systemUTC())) {
      Outgoing card =
          new Outgoing.Say(
              address(GROUP.id(), "-77/-/-"),
              Message.of("two"),
              Optional.of(new Outgoing.Card(Optional.of("-77:99999"), true)));
      assertInstanceOf(
          Sending.Delivered.class, paced.sender(Adapters.SELF).send(card, Progress.none()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"})
  void who_asked_in_a_topic_that_is_closed_or_gone_is_answered_outside_of_it(String complaint) {
    int asked = people.sayInTopic(FORUM, ANA, 17, "hi");
    telegram.withChats(chats -> chats.shut(FORUM.id(), 17, complaint));
    Message letter =
        Message.of("Hello").carrying(new Attachment.Text("letter.txt", "text/plain", "Dear"));
    Outgoing answer =
        new Outgoing.Say(
            address(FORUM.id(), FORUM.id() + "/17/" + asked), letter, Optional.empty());
    assertInstanceOf(Sending.Delivered.class, sender.send(answer, Progress.none()));
    assertEquals(
        List.of("Hello", "(letter.txt)"),
        telegram.messages(FORUM.id()).stream().map(FakeMessage::seen).toList());
  }

  @Test
  void a_group_that_became_a_supergroup_is_followed() {
    Chat supergroup = Chat.supergroup(5);
    people.migrate(GROUP, supergroup);
    Sending sending = sender.send(to(GROUP.id()), Progress.none());
    assertEquals(
        new Sending.Delivered(List.of(supergroup.id() + ":" + only(supergroup).id())), sending);
  }

  @Test
  void no_old_number_is_followed_into_a_supergroup_where_it_is_another_message() {
    String card = deliver(cardIn(GROUP, "one", Optional.empty(), false));
    int number = TelegramReference.parse(card).message();
    Chat supergroup = Chat.supergroup(5);
    people.say(supergroup, ANA, "hi");
    while (telegram.messages(supergroup.id()).stream().noneMatch(other -> other.id() == number)) {
      deliver(to(supergroup.id()));
    }
    List<FakeMessage> others = telegram.messages(supergroup.id());
    people.migrate(GROUP, supergroup);
    String anew = deliver(cardIn(GROUP, "two", Optional.of(card), true));
    deliver(cardIn(GROUP, "three", Optional.of(card), false));
    assertInstanceOf(
        Sending.Delivered.class,
        sender.send(new Outgoing.Delete(address(GROUP.id(), ""), card), Progress.none()));
    List<FakeMessage> now = telegram.messages(supergroup.id());
    assertEquals(others, now.subList(0, others.size()));
    assertEquals(
        List.of("two\n[Yes]", "three\n[Yes]"),
        now.stream().skip(others.size()).map(FakeMessage::seen).toList());
    assertEquals(supergroup.id() + ":" + now.get(others.size()).id(), anew);
  }

  @Test
  void markup_that_telegram_cannot_read_is_sent_as_plain_words() {
    String complaint = "Bad Request: can't parse entities: Unexpected end tag at byte offset 7";
    telegram.fault("sendMessage", Fault.error(400, complaint));
    Message message =
        Message.of(List.of(new Block.Headline("Title"), new Block.Paragraph("a < b & c")));
    deliver(say(message));
    assertEquals("Title\n\na < b & c", only(ANA.chat()).text());
    assertFalse(telegram.calls("sendMessage").get(1).parameters().has("parse_mode"));
    String card = deliver(card("first", Optional.empty(), true));
    telegram.fault("editMessageText", Fault.error(400, complaint));
    deliver(card("1 < 2", Optional.of(card), true));
    assertEquals("1 < 2", telegram.messages(42).get(1).text());
  }

  @Test
  void a_short_field_has_a_button_that_copies_it() {
    List<Block> fields =
        List.of(
            new Block.Copyable("Merrion Road\nDublin 4", Optional.of("Copy the address")),
            new Block.Copyable("a".repeat(257), Optional.of("Copy too much")),
            new Block.Copyable("no button"));
    deliver(say(Message.of(fields).offering(new Choice("a", "Yes"))));
    List<FakeMessage.FakeButton> buttons = only(ANA.chat()).buttons();
    assertEquals(
        List.of("Copy the address", "Yes"),
        buttons.stream().map(FakeMessage.FakeButton::label).toList());
    assertEquals("Merrion Road\nDublin 4", buttons.get(0).copy());
  }

  @Test
  void whatever_is_said_is_taken() {
    Random random = new Random(4096);
    for (int round = 0; round < 200; round++) {
      Sending sending = sender.send(say(NaughtyStrings.message(random)), Progress.none());
      assertInstanceOf(Sending.Delivered.class, sending, () -> telegram.refusals().toString());
    }
    assertEquals(List.of(), telegram.refusals());
  }

  @Test
  void the_introduction_is_as_telegram_wants_it() throws Exception {
    assertEquals(Optional.of(Adapters.SELF), adapter.introduction().self());
    assertEquals(List.of(), telegram.refusals());
  }

  private FakeMessage only(Chat chat) {
    List<FakeMessage> messages = telegram.messages(chat.id());
    assertEquals(1, messages.size());
    return messages.get(0);
  }

  /** The reference that the delivery gave. */
  private String deliver(Outgoing outgoing) {
    Sending.Delivered done =
        assertInstanceOf(Sending.Delivered.class, sender.send(outgoing, Progress.none()));
    return done.references().get(done.references().size() - 1);
  }

  private static Outgoing say(Message message) {
    return new Outgoing.Say(address(42, "42/-/-"), message, Optional.empty());
  }

  private static Outgoing card(String text, Optional<String> previous, boolean inPlace) {
    return cardIn(ANA.chat(), text, previous, inPlace);
  }

  private static Outgoing cardIn(
      Chat chat, String text, Optional<String> previous, boolean inPlace) {
    return new Outgoing.Say(
        address(chat.id(), chat.id() + "/-/-"),
        Message.of(text).offering(new Choice("a", "Yes")),
        Optional.of(new Outgoing.Card(previous, inPlace)));
  }

  private static Outgoing to(long chat) {
    return new Outgoing.Say(address(chat, chat + "/-/-"), Message.of("x"), Optional.empty());
  }

  private static Address address(long chat, String route) {
    return new Address("telegram", "123456789", Long.toString(chat), "42", Audience.ALONE, route);
  }
}
