package bot.optout;

import bot.optout.message.Attachment;
import bot.optout.store.Waiting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What waits of a person, readable for them. */
final class WaitingExport {
  private WaitingExport() {}

  static void of(Waiting waiting, ObjectNode node) {
    node.put("what", waiting.kind().name().toLowerCase(Locale.ROOT));
    node.put("when", waiting.when().toString());
    String payload = waiting.payload().get();
    switch (waiting.kind()) {
      case ARRIVED, LATER -> input(Payloads.incoming(payload).input(), node);
      case MESSAGE -> message(Payloads.pending(payload), node);
      // As it arrived: it may be just what could not be read.
      case ASIDE -> node.put("text", payload);
    }
  }

  private static void input(Input input, ObjectNode node) {
    node.put("kind", input.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    if (input instanceof Input.Said said) {
      node.put("text", said.text());
    } else if (input instanceof Input.Edited edited) {
      node.put("text", edited.text());
    } else if (input instanceof Input.Pressed pressed) {
      node.put("text", pressed.choice());
    } else if (input instanceof Input.Commanded command) {
      node.put("text", ("/" + command.name() + " " + command.argument()).strip());
    } else if (input instanceof Input.Attached attached) {
      node.put("text", attached.kind().name().toLowerCase(Locale.ROOT));
    } else if (input instanceof Input.Elapsed elapsed) {
      node.put("text", elapsed.name());
    }
  }

  /** Without the contents of its files: an export in an export in an export would never end. */
  private static void message(Payloads.Pending pending, ObjectNode node) {
    if (pending instanceof Payloads.Pending.Say say) {
      node.put("kind", "message");
      node.put("text", say.message().plainText());
      for (Attachment file : say.message().attachments()) {
        node.withArray("files").add(file.name());
      }
    } else {
      node.put("kind", "deletion of a message");
    }
  }
}
