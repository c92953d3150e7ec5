package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.BotProfile;
import bot.optout.Found;
import bot.optout.Outgoing;
import bot.optout.document.Documents;
import bot.optout.message.Attachment;
import bot.optout.message.Message;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

  private final InlineResults inline = new InlineResults(Adapters.SELF);
  private final Random random = new Random(20261125);
  private final Map<String, Integer> made = new TreeMap<>();

  @Test
  void telegram_takes_whatever_is_said() throws Exception {
    chats.know(42);
    for (int round = 0; round < CASES; round++) {
      for (TelegramCall call : renderer.render(said())) {
        make(call);
      }
      if (round % 64 == 0) {
        offer("query" + round);
      }
      if (round % 100 == 0) {
        chats.clear(42);
      }
    }
    // Else the campaign stands still in front of one method.
    assertEquals(
        Set.of(
            "sendMessage",
            "editMessageText",
            "editMessageReplyMarkup",
            "sendDocument",
            "answerInlineQuery",
            "answerGuestQuery"),
        made.keySet());
    made.values().forEach(times -> assertTrue(times > 50, made::toString));
  }

  /** A message, often as a card in the place of, or below, the newest one. */
  private Outgoing said() {
    Message message = NaughtyStrings.message(random);
    for (int files = random.nextInt(16) - 13; files > 0; files--) {
      message = message.carrying(file());
    }
    Optional<String> previous =
        chats.messages(42).stream()
            .filter(one -> one.file().isEmpty())
            .reduce((one, later) -> later)
            .map(one -> new TelegramReference(42, one.id()).text());
    return new Outgoing.Say(
        ADDRESS,
        message,
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(new Outgoing.Card(previous, random.nextBoolean())));
  }

  private Attachment file() {
    String name = NaughtyStrings.text(random);
    return random.nextInt(16) > 0
        ? Attachment.Text.plain(name + ".txt", NaughtyStrings.text(random))
        : new Attachment.CalendarEntry(
            name + ".ics",
            NaughtyStrings.text(random),
            NaughtyStrings.text(random),
            LocalDate.of(2026, 12, 24),
            List.of(1));
  }

  private void make(TelegramCall call) throws Exception {
    if (call instanceof TelegramCall.SendText text) {
      perform("sendMessage", body(TelegramApi.message(text)));
    } else if (call instanceof TelegramCall.EditText edit) {
      perform("editMessageText", body(TelegramApi.edited(edit)));
    } else if (call instanceof TelegramCall.RemoveButtons card) {
      perform("editMessageReplyMarkup", body(TelegramApi.bare(card)));
    } else {
      Attachment file = ((TelegramCall.SendFile) call).file();
      String bytes = new String(Documents.bytes(file), StandardCharsets.UTF_8);
      ObjectNode form = json.createObjectNode().put("chat_id", 42).put("document", "attach://f");
      perform(
          "sendDocument",
          new CallBody(form, Map.of("f", new CallBody.UploadedFile(file.name(), bytes))));
    }
  }

  private void offer(String query) throws Exception {
    List<Found> found =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(
                i ->
                    new Found(
                        "entry-" + i + "x".repeat(random.nextInt(50)),
                        NaughtyStrings.text(random),
                        NaughtyStrings.message(random)))
            .toList();
    BotProfile profile =
        new BotProfile(Locale.ENGLISH, "Bot", "described", "short", Map.of(), "In private");
    methods.expectAnswer(query);
    ObjectNode parameters = json.createObjectNode();
    if (random.nextBoolean()) {
      inline.fill(parameters, query, found, profile);
      perform("answerInlineQuery", new CallBody(parameters, Map.of()));
    } else {
      inline.fillGuest(parameters, query, found, profile);
      perform("answerGuestQuery", new CallBody(parameters, Map.of()));
    }
  }

  /** That nothing changes is no fault, and happens: there are not so many short messages. */
  private void perform(String method, CallBody call) throws ApiError {
    made.merge(method, 1, Integer::sum);
    try {
      methods.perform(method, call);
    } catch (ApiError error) {
      if (!String.valueOf(error.getMessage()).contains("message is not modified")) {
        throw error;
      }
    }
  }

  private CallBody body(Object request) throws Exception {
    return new CallBody((ObjectNode) json.readTree(json.writeValueAsString(request)), Map.of());
  }
}
