package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Outgoing;
import bot.optout.content.TestContent;
import bot.optout.delivery.Progress;
import bot.optout.delivery.Sending;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A sender to a fake Slack, a person, and short ways to try things. */
@Timeout(60)
abstract class SenderFixture {
  static final Choice YES = new Choice("yes", "Yes");

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  FakeSlack slack;
  FakePerson ada;
  RunningAdapter adapter;
  SlackSender sender;

  @BeforeEach
  void start() throws Exception {
    slack = FakeSlack.start();
    ada = new FakePerson(slack, "U1ADA");
    slack.workspace().channel("C1", "U1ADA", FakeSlack.BOT_USER);
    slack.workspace().channel("C2", "U1ADA");
    adapter =
        new RunningAdapter(slack, clock, TestContent::get, Duration.ofSeconds(2)).introduced();
    sender = adapter.sender(new SendPace(clock, Duration.ofSeconds(1), 100));
  }

  @AfterEach
  void stop() {
    adapter.close();
    slack.close();
  }

  Outgoing.Say letter(Address address) {
    Message message =
        Message.of(List.of(new Block.Copyable("Dear Meta,")))
            .offering(YES)
            .carrying(new Attachment.Text("objection.txt", "text/plain", "Dear Meta,"));
    return new Outgoing.Say(address, message, Optional.empty());
  }

  Outgoing.Say card(String text, Optional<String> previous, boolean inPlace) {
    return new Outgoing.Say(
        direct(),
        Message.of(text).offering(YES),
        Optional.of(new Outgoing.Card(previous, inPlace)));
  }

  static Outgoing.Say say(Address address, String text) {
    return new Outgoing.Say(address, Message.of(text), Optional.empty());
  }

  Sending delete(String reference) {
    return sender.send(new Outgoing.Delete(direct(), reference), Progress.none());
  }

  List<String> deliver(Outgoing.Say say) {
    return assertInstanceOf(Sending.Delivered.class, sender.send(say, Progress.none()))
        .references();
  }

  FakeMessage sent(Address address, String text) {
    String reference = deliver(say(address, text)).get(0);
    return slack.workspace().shownTo("U1ADA").stream()
        .filter(message -> reference.equals(message.channel() + "/" + message.ts()))
        .findFirst()
        .orElseThrow();
  }

  List<String> seen() {
    return slack.workspace().shownTo("U1ADA").stream().map(FakeMessage::seen).toList();
  }

  static Address direct() {
    return address(SlackRoute.directMessages("D1ADA", Optional.empty()));
  }

  static Address address(SlackRoute route) {
    return new Address("slack", "T0FAKE", "im", "U1ADA", Audience.ALONE, route.text());
  }
}
