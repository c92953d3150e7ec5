package bot.optout.console;

import bot.optout.Input;
import bot.optout.document.Documents;
import bot.optout.message.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Chatting for programs: a JSON object a line in, a JSON object a line out. {@code
 * {"conversation","text"|"press"|"command"|"edit"}} is a turn, to which {@code "zone"} may add the
 * person's time zone; {@code {"at"}} moves the clock on. A line that cannot be read is answered
 * with {@code {"error"}} and changes nothing.
 */
final class JsonChat {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConsoleChat chat;
  private final MovableClock clock;
  private final BufferedReader in;
  private final PrintStream out;

  JsonChat(ConsoleChat chat, MovableClock clock, BufferedReader in, PrintStream out) {
    this.chat = chat;
    this.clock = clock;
    this.in = in;
    this.out = out;
  }

  void run() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        answer(line);
        out.flush();
      }
    }
  }

  private void answer(String line) throws JsonProcessingException {
    JsonNode request;
    try {
      request = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      error("not a JSON object");
      return;
    }
    if (request.has("at")) {
      moveClock(request.get("at").asText());
      return;
    }
    Optional<Input> input = input(request);
    String conversation = request.path("conversation").asText();
    if (input.isEmpty() || conversation.isEmpty()) {
      error(
          "needs \"conversation\" and one of \"text\", \"press\", \"command\", \"edit\", or \"at\"");
      return;
    }
    print(
        conversation,
        chat.happens(
            conversation,
            input.get(),
            Optional.of(request.path("zone").asText()).filter(name -> !name.isEmpty())));
  }

  private void moveClock(String time) throws JsonProcessingException {
    Instant at;
    try {
      at = Instant.parse(time);
    } catch (DateTimeParseException e) {
      error("\"at\" needs a time such as 2026-12-24T10:00:00Z");
      return;
    }
    clock.moveTo(at);
    chat.timePassed().forEach(this::print);
    out.println(
        JSON.writeValueAsString(JSON.createObjectNode().put("at", clock.instant().toString())));
  }

  private static Optional<Input> input(JsonNode request) {
    if (request.path("text").isTextual()) {
      return Optional.of(new Input.Said(request.get("text").asText()));
    }
    if (request.path("press").isTextual()) {
      return Optional.of(new Input.Pressed(request.get("press").asText()));
    }
    if (request.path("edit").isTextual()) {
      return Optional.of(new Input.Edited(request.get("edit").asText()));
    }
    String command = request.path("command").asText();
    return command.startsWith("/") && command.length() > 1
        ? Optional.of(TypedLine.command(command))
        : Optional.empty();
  }

  private void print(String conversation, List<Message> messages) {
    ObjectNode answer = JSON.createObjectNode().put("conversation", conversation);
    ArrayNode list = answer.putArray("messages");
    messages.forEach(message -> list.add(json(message)));
    out.println(answer.toString());
  }

  private static ObjectNode json(Message message) {
    ObjectNode node = JSON.createObjectNode().put("text", message.plainText());
    ArrayNode choices = node.putArray("choices");
    message
        .choices()
        .forEach(choice -> choices.addObject().put("id", choice.id()).put("label", choice.label()));
    ArrayNode attachments = node.putArray("attachments");
    message
        .attachments()
        .forEach(
            file ->
                attachments
                    .addObject()
                    .put("name", file.name())
                    .put("media_type", file.mediaType())
                    .put("base64", Base64.getEncoder().encodeToString(Documents.bytes(file))));
    return node;
  }

  private void error(String what) {
    out.println(JSON.createObjectNode().put("error", what).toString());
  }
}
