package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.Incoming;
import bot.optout.Outgoing;
import bot.optout.delivery.Progress;
import bot.optout.message.Message;
import bot.optout.telegram.FakePeople.Chat;
import bot.optout.telegram.FakePeople.Person;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TypingSignsTest {
  private static final Person ANA = FakePeople.person(42);
  private static final Person BEN = FakePeople.person(43);
  private static final Chat GROUP = Chat.supergroup(9);

  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakePeople people = new FakePeople(telegram);
  private final TelegramAdapter adapter = Adapters.at(telegram);
  private final Map<String, Incoming> arrived = new ConcurrentHashMap<>();
  private final TelegramLoop loop =
      Adapters.loop(
          adapter,
          incoming -> arrived.put(incoming.address().person(), incoming) == null,
          adapter.pulse());

  @AfterEach
  void close() {
    loop.stop();
    adapter.close();
    telegram.close();
  }

  @Test
  void only_somebody_who_waits_for_long_sees_that_the_bot_types() {
    new Thread(loop::run, "poll").start();
    people.say(BEN, "quick one");
    people.say(GROUP, FakePeople.person(44), "/help");
    telegram.await(() -> arrived.containsKey("43") && arrived.containsKey("44"));
    answer("43");
    people.say(ANA, "slow one");
    telegram.await(() -> telegram.calls("sendChatAction").size() == 2);
    for (FakeTelegram.Call sign : telegram.calls("sendChatAction")) {
      assertEquals(42, sign.parameters().path("chat_id").asLong());
      assertEquals("typing", sign.parameters().path("action").asText());
    }
    answer("42");
    assertEquals(0, telegram.refusals().size());
  }

  private void answer(String person) {
    Incoming incoming = Objects.requireNonNull(arrived.get(person));
    var unused =
        adapter
            .sender(Adapters.SELF)
            .send(
                new Outgoing.Say(incoming.address(), Message.of("yes"), Optional.empty()),
                Progress.none());
  }
}
