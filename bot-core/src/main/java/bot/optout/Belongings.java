package bot.optout;

import bot.optout.conversation.Confirming;
import bot.optout.conversation.Context;
import bot.optout.conversation.Saved;
import bot.optout.conversation.Stored;
import bot.optout.store.Holdings;
import bot.optout.store.SharedQuestion;
import bot.optout.store.Waiting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** What is kept about a person, counted and as a readable export. */
final class Belongings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Belongings() {}

  /**
   * All but the event that asks, which is itself in the inbox while it is answered.
   *
   * @param asking its id
   */
  static Stored of(Holdings held, long asking) {
    List<Waiting> waiting =
        held.waiting().stream()
            .filter(one -> one.kind() == Waiting.Kind.MESSAGE || one.id() != asking)
            .toList();
    return new Stored(
        (int) held.conversations().stream().filter(Belongings::isOpen).count(),
        (int) held.conversations().stream().filter(one -> one.context().isPresent()).count(),
        held.language().isPresent(),
        held.sentReferences(),
        waiting.size(),
        held.cases().size(),
        held.questions().size(),
        export(held, waiting));
  }

  /** Something is open there, besides the question whether to delete it. */
  private static boolean isOpen(Holdings.Conversation kept) {
    return kept.state()
        .map(Payloads::saved)
        .filter(saved -> !Confirming.isAllThereIs(saved))
        .isPresent();
  }

  private static String export(Holdings held, List<Waiting> waiting) {
    ObjectNode export = JSON.createObjectNode();
    held.language().ifPresent(tag -> export.put("language", tag));
    held.conversations().forEach(one -> export.withArray("conversations").add(conversation(one)));
    held.questions()
        .forEach(
            one -> question(one, export.withArray("questions_the_operator_may_see").addObject()));
    held.cases()
        .forEach(
            one ->
                export
                    .withArray("cases")
                    .addObject()
                    .put("kept_until", one.expires().toString())
                    .set("case", Payloads.tree(one.payload())));
    waiting.forEach(one -> WaitingExport.of(one, export.withArray("waiting").addObject()));
    export.put("references_to_sent_messages", held.sentReferences());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void question(SharedQuestion shared, ObjectNode node) {
    node.put("text", shared.text());
    node.put("language", shared.language());
    shared.meant().ifPresent(entry -> node.put("answer_meant", entry));
    node.put("day", shared.day().toString());
  }

  private static ObjectNode conversation(Holdings.Conversation kept) {
    ObjectNode node = JSON.createObjectNode();
    node.put("platform", kept.key().platform());
    kept.state().map(Payloads::saved).ifPresent(saved -> node.set("open", open(saved)));
    kept.context().map(Payloads::context).ifPresent(context -> remembered(context, node));
    node.put("last_changed", kept.touched().toString());
    node.put("kept_until", kept.expires().toString());
    return node;
  }

  private static void remembered(Context context, ObjectNode node) {
    context.entry().ifPresent(id -> node.put("answer_shown_last", id));
    context.place().ifPresent(code -> node.put("country", code));
    context.service().ifPresent(id -> node.put("service", id));
    context.unanswered().ifPresent(text -> node.put("question_without_an_answer", text));
    context.language().ifPresent(tag -> node.put("language_written_last", tag));
  }

  private static ObjectNode open(Saved saved) {
    ObjectNode node = JSON.createObjectNode();
    node.put("what", saved.tag());
    saved.fields().forEach(node::put);
    return node;
  }
}
