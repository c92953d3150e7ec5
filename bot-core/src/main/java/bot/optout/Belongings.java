package bot.optout;

import bot.optout.conversation.Saved;
import bot.optout.conversation.Stored;
import bot.optout.store.Holdings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** What is kept about a person, counted and as a readable export. */
final class Belongings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Belongings() {}

  /** The event that asks is itself in the inbox while it is answered; it is not counted. */
  static Stored of(Holdings held) {
    int waiting = Math.max(0, held.openEvents() - 1);
    return new Stored(
        (int) held.conversations().stream().filter(one -> one.state().isPresent()).count(),
        (int) held.conversations().stream().filter(one -> one.context().isPresent()).count(),
        held.language().isPresent(),
        held.sentReferences(),
        held.pendingMessages() + waiting,
        held.cases().size(),
        held.questions().size(),
        export(held, waiting));
  }

  private static String export(Holdings held, int waiting) {
    ObjectNode export = JSON.createObjectNode();
    held.language().ifPresent(tag -> export.put("language", tag));
    held.conversations().forEach(one -> export.withArray("conversations").add(conversation(one)));
    held.questions()
        .forEach(
            shared ->
                export
                    .withArray("questions_the_operator_may_see")
                    .addObject()
                    .put("text", shared.text())
                    .put("day", shared.day().toString()));
    held.cases()
        .forEach(
            one ->
                export
                    .withArray("cases")
                    .addObject()
                    .put("kept_until", one.expires().toString())
                    .set("case", tree(one.payload())));
    export.put("messages_waiting_to_be_sent", held.pendingMessages());
    export.put("references_to_sent_messages", held.sentReferences());
    export.put("events_waiting", waiting);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode conversation(Holdings.Conversation kept) {
    ObjectNode node = JSON.createObjectNode();
    node.put("platform", kept.key().platform());
    kept.state().map(Payloads::saved).ifPresent(saved -> node.set("open", open(saved)));
    kept.context()
        .map(Payloads::context)
        .ifPresent(
            context -> {
              context.entry().ifPresent(id -> node.put("answer_shown_last", id));
              context.place().ifPresent(code -> node.put("country", code));
              context.service().ifPresent(id -> node.put("service", id));
            });
    node.put("last_changed", kept.touched().toString());
    node.put("kept_until", kept.expires().toString());
    return node;
  }

  private static ObjectNode open(Saved saved) {
    ObjectNode node = JSON.createObjectNode();
    node.put("what", saved.tag());
    saved.fields().forEach(node::put);
    return node;
  }
}
