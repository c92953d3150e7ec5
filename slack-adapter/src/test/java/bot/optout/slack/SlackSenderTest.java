package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Outgoing;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Block;
import bot.optout.message.Message;
import com.google.gson.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackSenderTest extends SenderFixture {
  @Test
  void a_message_arrives_and_is_referred_to() {
    FakeMessage first = sent(direct(), "Hello.");
    FakeMessage second = sent(direct(), "Again.");
    assertEquals(List.of("Hello.", "Again."), seen());
    assertFalse(first.ts().equals(second.ts()));
    assertEquals("D1ADA", first.channel());
  }

  @Test
  void a_user_is_written_to_directly() {
    Address address = address(SlackRoute.directMessages("U1ADA", Optional.empty()));
    FakeMessage message = sent(address, "Hello.");
    assertEquals("D1ADA", message.channel());
  }

  @Test
  void a_mention_is_answered_in_its_thread() {
    FakeMessage asked =
        slack
            .workspace()
            .post(
                "C1",
                Optional.empty(),
                "U1ADA",
                "hi",
                new JsonArray(),
                Optional.empty(),
                Optional.empty());
    FakeMessage answer = sent(address(SlackRoute.inThread("C1", asked.ts())), "Hello.");
    assertEquals(Optional.of(asked.ts()), answer.thread());
  }

  @Test
  void pressing_changes_the_card_in_place() {
    String card = deliver(card("Where?", Optional.empty(), false)).get(0);
    assertEquals(List.of(card), deliver(card("Which?", Optional.of(card), true)));
    assertEquals(List.of("Which?\n[Yes]"), seen());
  }

  @Test
  void typing_sends_the_card_anew_and_takes_the_old_buttons_away() {
    String card = deliver(card("Where?", Optional.empty(), false)).get(0);
    deliver(card("Which?", Optional.of(card), false));
    assertEquals(List.of("Where?", "Which?\n[Yes]"), seen());
  }

  @Test
  void a_card_that_is_gone_is_sent_anew() {
    deliver(card("Which?", Optional.of("D1ADA/1.000001"), true));
    deliver(card("When?", Optional.of("D1ADA/1.000001"), false));
    assertEquals(List.of("Which?\n[Yes]", "When?\n[Yes]"), seen());
  }

  @Test
  void a_card_that_grows_too_long_goes_on_below() {
    String card = deliver(card("Where?", Optional.empty(), false)).get(0);
    List<Block> blocks =
        IntStream.range(0, 60).<Block>mapToObj(i -> new Block.Paragraph("P" + i)).toList();
    Outgoing.Say grown =
        new Outgoing.Say(
            direct(),
            Message.of(blocks).offering(YES),
            Optional.of(new Outgoing.Card(Optional.of(card), true)));
    List<String> references = deliver(grown);
    assertEquals(card, references.get(0));
    assertEquals(2, references.size());
    assertTrue(seen().get(1).endsWith("[Yes]"));
  }

  @Test
  void a_letter_is_also_shared_as_a_file() {
    List<String> references =
        deliver(letter(address(SlackRoute.directMessages("U1ADA", Optional.empty()))));
    assertEquals(List.of("(file objection.txt)", "Dear Meta,\n[Yes]"), seen());
    assertTrue(references.get(0).startsWith("file/"));
    assertEquals(2, references.size());
    references.forEach(reference -> assertInstanceOf(Sending.Delivered.class, delete(reference)));
  }

  @Test
  void a_file_that_cannot_be_shared_does_not_hold_up_the_letter() {
    slack.fault("files.getUploadURLExternal", new Fault.Refusal("missing_scope"));
    deliver(letter(direct()));
    slack.fault("files.completeUploadExternal", new Fault.Status(500, 0));
    slack.fault("files.completeUploadExternal", new Fault.Status(500, 0));
    deliver(letter(direct()));
    assertEquals(List.of("Dear Meta,\n[Yes]", "Dear Meta,\n[Yes]"), seen());
  }

  @Test
  void a_file_waits_where_the_letter_could_not_be_sent_either() {
    Outgoing.Say letter = letter(address(SlackRoute.directMessages("U1ADA", Optional.empty())));
    slack.fault("conversations.open", new Fault.Status(429, 7));
    Duration pause = Duration.ofSeconds(7);
    assertEquals(new Sending.RetryAfter(pause), sender.send(letter, Progress.none()));
    assertEquals(new Sending.Later(pause), sender.send(letter, Progress.none()));
    clock.advance(pause);
    assertEquals(List.of(), slack.calls("files.getUploadURLExternal"));
    slack.fault("files.completeUploadExternal", new Fault.Refusal("service_unavailable"));
    assertInstanceOf(Sending.Failed.class, sender.send(letter, Progress.none()));
    slack.fault("files.getUploadURLExternal", new Fault.Refusal("token_revoked"));
    assertInstanceOf(Sending.Failed.class, sender.send(letter, Progress.none()));
    assertFalse(adapter.health.isTokenValid());
    deliver(letter);
    assertEquals(List.of("(file objection.txt)", "Dear Meta,\n[Yes]"), seen());
  }

  @Test
  void a_file_whose_bytes_do_not_arrive_is_sent_anew_once() {
    slack.fault("upload", new Fault.Reset());
    deliver(letter(direct()));
    assertEquals(List.of("(file objection.txt)", "Dear Meta,\n[Yes]"), seen());
    slack.fault("upload", new Fault.Status(500, 0));
    slack.fault("upload", new Fault.Status(500, 0));
    deliver(letter(direct()));
    assertEquals(3, seen().size(), seen()::toString);
    assertEquals(4, slack.calls("upload").size());
  }

  @Test
  void nobody_else_gets_the_file() {
    FakeMessage asked = ada.mention("C1", "draft");
    deliver(letter(address(SlackRoute.inThread("C1", asked.ts()))));
    assertEquals(List.of(), slack.calls("files.getUploadURLExternal"));
  }

  @Test
  void an_ephemeral_answer_uses_the_response_address_five_times_then_other_ways() {
    String url =
        slack.url() + "/response/" + slack.responses().issue("C1", "U1ADA", Optional.empty());
    Address address = address(SlackRoute.ephemeral("C1", Optional.empty(), Optional.of(url)));
    for (int i = 0; i < 7; i++) {
      assertEquals(List.of(), deliver(say(address, "Answer " + i)));
    }
    assertEquals(5, slack.calls("response_url").size());
    assertEquals(2, slack.calls("chat.postEphemeral").size());
    assertEquals(7, seen().size());
  }

  @Test
  void what_a_response_address_may_have_taken_goes_no_other_way_at_once() {
    String url =
        slack.url() + "/response/" + slack.responses().issue("C1", "U1ADA", Optional.empty());
    Address address = address(SlackRoute.ephemeral("C1", Optional.empty(), Optional.of(url)));
    slack.fault("response_url", new Fault.Done(new Fault.Refusal("internal_error")));
    Sending sending = sender.send(say(address, "Answer"), Progress.none());
    assertInstanceOf(Sending.Ambiguous.class, sending);
    assertEquals(List.of("Answer"), seen());
  }

  @Test
  void an_old_response_address_is_not_relied_on() {
    String url =
        slack.url() + "/response/" + slack.responses().issue("C1", "U1ADA", Optional.empty());
    Address address = address(SlackRoute.ephemeral("C1", Optional.empty(), Optional.of(url)));
    deliver(say(address, "Now"));
    clock.advance(Duration.ofMinutes(31));
    deliver(say(address, "Later"));
    assertEquals(1, slack.calls("response_url").size());
    assertEquals(List.of("Now", "Later"), seen());
  }

  @Test
  void where_we_are_no_member_and_the_address_is_spent_the_answer_goes_directly() {
    String url =
        slack.url() + "/response/" + slack.responses().issue("C2", "U1ADA", Optional.empty());
    slack.responses().expireAll();
    Address address = address(SlackRoute.ephemeral("C2", Optional.empty(), Optional.of(url)));
    List<String> references = deliver(say(address, "Answer"));
    assertTrue(references.get(0).startsWith("D1ADA/"));
  }

  @Test
  void pressing_in_an_ephemeral_answer_replaces_it() {
    FakeMessage original =
        slack
            .workspace()
            .post(
                "C1",
                Optional.empty(),
                FakeSlack.BOT_USER,
                "Which?",
                new JsonArray(),
                Optional.of("U1ADA"),
                Optional.empty());
    String url =
        slack.url() + "/response/" + slack.responses().issue("C1", "U1ADA", Optional.of(original));
    Address address = address(SlackRoute.ephemeral("C1", Optional.empty(), Optional.of(url)));
    deliver(
        new Outgoing.Say(
            address,
            Message.of("This one."),
            Optional.of(new Outgoing.Card(Optional.empty(), true))));
    assertEquals(List.of("This one."), seen());
  }
}
