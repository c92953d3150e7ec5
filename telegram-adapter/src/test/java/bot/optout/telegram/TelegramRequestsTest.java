package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.Address;
import bot.optout.Outgoing;
import bot.optout.message.Message;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is sent, as Telegram would read it: every request against every rule, without a network. */
@Execution(ExecutionMode.CONCURRENT)
final class TelegramRequestsTest {
  private static final int CASES = 10_000;
  private static final Address ADDRESS =
      new Address("telegram", "1", "42", "42", Address.Audience.ALONE, "42/-/-");

  private final Object monitor = new Object();
  private final FakeChats chats = new FakeChats();
  private final FakeMethods methods = new FakeMethods(monitor, chats, new FakeQueue(1));
  private final ObjectMapper json = new ObjectMapper();
  private final TelegramRenderer renderer = new TelegramRenderer(Adapters.SELF);

  @Test
  void telegram_takes_whatever_is_said() throws Exception {
    chats.know(42);
    Random random = new Random(20261125);
    int sent = 0;
    for (int round = 0; round < CASES; round++) {
      Message message = NaughtyStrings.message(random);
      for (TelegramCall call :
          renderer.render(new Outgoing.Say(ADDRESS, message, Optional.empty()))) {
        String request = json.writeValueAsString(TelegramApi.message((TelegramCall.SendText) call));
        assertEquals(
            42, methods.perform("sendMessage", body(request)).path("chat").path("id").asLong());
        sent++;
      }
      if (round % 100 == 0) {
        chats.clear(42);
      }
    }
    assertEquals(true, sent >= CASES);
  }

  private CallBody body(String request) throws Exception {
    return new CallBody((ObjectNode) json.readTree(request), Map.of());
  }
}
