package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Incoming;
import bot.optout.Outgoing;
import bot.optout.delivery.Progress;
import bot.optout.message.Message;
import bot.optout.telegram.FakePeople.Chat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TypingSignsTest {
  private static final Chat GROUP = Chat.supergroup(9);

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramAdapter adapter =
      typing(new TypingSigns.Rhythm(Duration.ofMillis(300), Duration.ofMillis(300), 2));
  private final Map<String, Incoming> arrived = new ConcurrentHashMap<>();
  private final TelegramIntake intake =
      Adapters.intake(
          adapter, incoming -> arrived.put(incoming.address().person(), incoming) == null);

  /** As patient with calls as in earnest. */
  private TelegramAdapter typing(TypingSigns.Rhythm rhythm) {
    TelegramHttp.Times times = TelegramHttp.Times.USUAL;
    return new TelegramAdapter(
        TelegramHttp.open(telegram.url(), FakeTelegram.TOKEN, times),
        new TelegramAdapter.Tuning(
            times,
            Adapters.NO_LIMITS,
            Duration.ofMillis(20),
            Duration.ofMillis(500),
            rhythm,
            Duration.ofMinutes(1)),
        TelegramUpdates.kinds(false),
        Clock.systemUTC(),
        new Random(7));
  }

  @BeforeEach
  void they_know_each_other() {
    telegram.withChats(chats -> chats.know(42));
    telegram.withChats(chats -> chats.know(43));
  }

  @AfterEach
  void close() {
    adapter.close();
    telegram.close();
  }

  @Test
  void only_somebody_who_waits_for_long_sees_that_the_bot_types() throws TelegramTrouble {
    // Whatever is the first call of all takes its time.
    adapter.methods().call("getMe");
    intake.take(List.of(FakePeople.update(1, 43, "quick one")));
    answer("43");
    ObjectNode among = FakePeople.update(2, 44, "/help");
    ObjectNode chat = (ObjectNode) among.at("/message/chat");
    chat.put("id", GROUP.id()).put("type", GROUP.type());
    intake.take(List.of(among));
    intake.take(List.of(FakePeople.update(3, 42, "slow one")));
    telegram.await(() -> telegram.calls("sendChatAction").size() == 2);
    for (FakeTelegram.Call sign : telegram.calls("sendChatAction")) {
      assertTrue(isFor(42, sign));
      assertEquals("typing", sign.parameters().path("action").asText());
    }
    answer("42");
    assertEquals(0, telegram.refusals().size());
  }

  @Test
  void a_sign_that_hangs_keeps_nobody_elses_back() {
    telegram.fault("sendChatAction", Fault.hang());
    intake.take(List.of(FakePeople.update(1, 42, "one")));
    intake.take(List.of(FakePeople.update(2, 43, "two")));
    telegram.await(
        () -> telegram.calls("sendChatAction").stream().anyMatch(sign -> isFor(43, sign)),
        Duration.ofSeconds(20));
  }

  private static boolean isFor(long chat, FakeTelegram.Call sign) {
    return sign.parameters().path("chat_id").asLong() == chat;
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
