package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Outgoing;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Block;
import bot.optout.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deliveries end when Slack or the line to it is in trouble. */
class SlackOutcomeTest extends SenderFixture {
  @ParameterizedTest
  @CsvSource({
    "channel_not_found, Gone",
    "is_archived, Gone",
    "not_in_channel, Gone",
    "user_disabled, Gone",
    "invalid_blocks, Refused",
    "msg_too_long, Refused",
    "restricted_action, Refused",
    "an_error_of_2031, Refused",
    "internal_error, Ambiguous",
    "fatal_error, Ambiguous",
    "service_unavailable, Failed",
    "token_revoked, Failed",
    "account_inactive, Failed",
    "ratelimited, RetryAfter"
  })
  void an_error_of_slacks_has_its_meaning(String error, String meaning) {
    slack.fault("chat.postMessage", new Fault.Refusal(error));
    assertEquals(
        meaning, sender.send(say(direct(), "Hello."), Progress.none()).getClass().getSimpleName());
    assertEquals(List.of(), seen());
  }

  @Test
  void a_revoked_token_shows_in_the_health() {
    slack.revokeTokens();
    assertInstanceOf(Sending.Failed.class, sender.send(say(direct(), "Hello."), Progress.none()));
    assertFalse(adapter.health.isTokenValid());
  }

  @Test
  void slack_names_the_time_to_wait() {
    slack.fault("chat.postMessage", new Fault.Status(429, 7));
    Sending sending = sender.send(say(direct(), "Hello."), Progress.none());
    assertEquals(new Sending.RetryAfter(Duration.ofSeconds(7)), sending);
  }

  @Test
  void trouble_in_between_means_what_may_have_happened() {
    slack.fault("chat.postMessage", new Fault.Status(503, 0));
    assertInstanceOf(Sending.Failed.class, sender.send(say(direct(), "A"), Progress.none()));
    for (Fault doubtful :
        List.of(
            new Fault.Silence(),
            new Fault.Reset(),
            new Fault.Done(new Fault.Status(504, 0)),
            new Fault.Done(new Fault.Wordless(500)),
            new Fault.Done(new Fault.Refusal("internal_error")))) {
      slack.fault("chat.postMessage", doubtful);
      Sending sending = sender.send(say(direct(), "B"), Progress.none());
      assertInstanceOf(Sending.Ambiguous.class, sending, doubtful::toString);
    }
    assertEquals(List.of("B", "B", "B", "B"), seen());
  }

  @Test
  void changing_and_deleting_can_be_repeated() {
    String card = deliver(card("Where?", Optional.empty(), false)).get(0);
    slack.fault("chat.update", new Fault.Silence());
    assertInstanceOf(
        Sending.Failed.class,
        sender.send(card("Which?", Optional.of(card), true), Progress.none()));
    assertEquals(List.of(card), deliver(card("Which?", Optional.of(card), true)));
    slack.fault("chat.delete", new Fault.Reset());
    assertInstanceOf(Sending.Failed.class, delete(card));
    assertInstanceOf(Sending.Delivered.class, delete(card));
    assertInstanceOf(Sending.Delivered.class, delete(card));
    assertEquals(List.of(), seen());
  }

  @Test
  void nothing_left_when_nobody_listens() {
    slack.close();
    assertInstanceOf(Sending.Failed.class, sender.send(say(direct(), "Hello."), Progress.none()));
  }

  @Test
  void an_interrupted_delivery_goes_on_where_it_stopped() {
    List<Block> blocks =
        IntStream.range(0, 120).<Block>mapToObj(i -> new Block.Paragraph("P" + i)).toList();
    Outgoing.Say long_ = new Outgoing.Say(direct(), Message.of(blocks), Optional.empty());
    SlackSender slow = adapter.sender(new SendPace(clock, Duration.ofSeconds(1), 2));
    Progress progress = Progress.none();
    assertEquals(new Sending.Later(Duration.ofSeconds(1)), slow.send(long_, progress));
    assertEquals(2, progress.done());
    clock.advance(Duration.ofSeconds(1));
    slack.fault("chat.postMessage", new Fault.Refusal("service_unavailable"));
    assertInstanceOf(Sending.Failed.class, slow.send(long_, progress));
    clock.advance(Duration.ofSeconds(1));
    assertInstanceOf(Sending.Delivered.class, slow.send(long_, progress));
    assertEquals(3, progress.references().size());
    assertEquals(3, seen().size());
  }

  @Test
  void more_than_a_message_a_second_waits_and_holds_up_nobody_else() {
    SlackSender slow = adapter.sender(new SendPace(clock, Duration.ofSeconds(1), 2));
    FakePerson bob = new FakePerson(slack, "U2BOB");
    assertInstanceOf(Sending.Delivered.class, slow.send(say(direct(), "1"), Progress.none()));
    assertInstanceOf(Sending.Delivered.class, slow.send(say(direct(), "2"), Progress.none()));
    assertEquals(
        new Sending.Later(Duration.ofSeconds(1)), slow.send(say(direct(), "3"), Progress.none()));
    Address other = address(SlackRoute.directMessages(bob.directChannel(), Optional.empty()));
    assertInstanceOf(Sending.Delivered.class, slow.send(say(other, "to Bob"), Progress.none()));
    clock.advance(Duration.ofSeconds(1));
    assertInstanceOf(Sending.Delivered.class, slow.send(say(direct(), "3"), Progress.none()));
  }

  @Test
  void what_cannot_be_read_is_refused() {
    Address nowhere = new Address("slack", "T0FAKE", "im", "U1ADA", Audience.ALONE, "nonsense");
    assertInstanceOf(Sending.Refused.class, sender.send(say(nowhere, "Hello."), Progress.none()));
    assertInstanceOf(Sending.Refused.class, delete("nonsense"));
  }
}
