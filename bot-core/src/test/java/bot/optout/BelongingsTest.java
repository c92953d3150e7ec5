package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.conversation.Context;
import bot.optout.conversation.Saved;
import bot.optout.conversation.Stored;
import bot.optout.message.Message;
import bot.optout.store.ConversationKey;
import bot.optout.store.Holdings;
import bot.optout.store.SharedQuestion;
import bot.optout.store.Waiting;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The export shows every word that is kept. */
final class BelongingsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Address HERE =
      new Address("test", "tenant", "chat", "ana", Address.Audience.ALONE, "");

  @Test
  void every_part_of_a_context_is_shown() throws ReflectiveOperationException {
    RecordComponent[] parts = Context.class.getRecordComponents();
    Object[] values = Stream.of(parts).map(part -> Optional.of("my-" + part.getName())).toArray();
    Context context =
        Context.class
            .getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
            .newInstance(values);
    Holdings.Conversation kept =
        new Holdings.Conversation(
            new ConversationKey("test", "tenant", "chat", "ana"),
            Optional.empty(),
            Optional.of(Payloads.write(context)),
            NOW,
            NOW);
    String export = exported(List.of(kept), List.of(), List.of());
    for (RecordComponent part : parts) {
      assertTrue(export.contains("my-" + part.getName()), part.getName() + " is missing");
    }
  }

  @Test
  void a_question_is_shown_with_its_language_and_meaning() {
    SharedQuestion shared =
        new SharedQuestion("my words", "pt", Optional.of("too-late"), LocalDate.of(2026, 11, 24));
    String export = exported(List.of(), List.of(), List.of(shared));
    for (String part : List.of("my words", "pt", "too-late", "2026-11-24")) {
      assertTrue(export.contains("\"" + part + "\""), part + " is missing");
    }
  }

  @Test
  void the_question_whether_to_delete_is_nothing_kept_but_what_it_interrupts_is() {
    Saved alone = new Saved("confirming", 1, Map.of("what", "forget"));
    Saved before = new Saved("confirming", 1, Map.of("what", "forget", "before", "drafting"));
    assertEquals(
        0, Belongings.of(holdings(List.of(open(alone)), List.of(), List.of()), 0).drafts());
    assertEquals(
        1, Belongings.of(holdings(List.of(open(before)), List.of(), List.of()), 0).drafts());
  }

  private static Holdings.Conversation open(Saved state) {
    return new Holdings.Conversation(
        new ConversationKey("test", "tenant", "chat", "ana"),
        Optional.of(Payloads.write(state)),
        Optional.empty(),
        NOW,
        NOW);
  }

  @Test
  void what_waits_is_shown_in_words_and_the_event_that_asks_is_not() {
    List<Waiting> waiting =
        List.of(
            waiting(Waiting.Kind.ARRIVED, 1, incoming(new Input.Said("my words"))),
            waiting(Waiting.Kind.ARRIVED, 2, incoming(new Input.Edited("my other words"))),
            waiting(Waiting.Kind.ARRIVED, 3, incoming(new Input.Commanded("ask", "my question"))),
            waiting(Waiting.Kind.ARRIVED, 4, incoming(new Input.Commanded("mydata", ""))),
            waiting(Waiting.Kind.LATER, 5, incoming(new Input.Elapsed("timeout"))),
            waiting(Waiting.Kind.ASIDE, 6, "{\"what\": nobody could read"),
            waiting(
                Waiting.Kind.MESSAGE,
                4,
                Payloads.write(
                    new Payloads.Pending.Say(HERE, Message.of("said to me"), false, false))),
            waiting(
                Waiting.Kind.MESSAGE,
                7,
                Payloads.write(new Payloads.Pending.Delete(HERE, "reference"))));
    Stored stored = Belongings.of(holdings(List.of(), waiting, List.of()), 4);
    assertEquals(7, stored.waiting());
    String export = stored.export();
    for (String part :
        List.of(
            "my words",
            "my other words",
            "/ask my question",
            "timeout",
            "{\\\"what\\\": nobody could read",
            "said to me",
            "deletion of a message")) {
      assertTrue(export.contains("\"" + part + "\""), part + " is missing in " + export);
    }
    assertFalse(export.contains("/mydata"), export);
  }

  private static String incoming(Input input) {
    return Payloads.write(new Incoming("key", HERE, input, Optional.empty()));
  }

  private static Waiting waiting(Waiting.Kind kind, long id, String payload) {
    return new Waiting(kind, id, NOW, () -> payload);
  }

  private static String exported(
      List<Holdings.Conversation> kept, List<Waiting> waiting, List<SharedQuestion> questions) {
    return Belongings.of(holdings(kept, waiting, questions), 0).export();
  }

  private static Holdings holdings(
      List<Holdings.Conversation> kept, List<Waiting> waiting, List<SharedQuestion> questions) {
    return new Holdings(kept, Optional.empty(), waiting, 0, questions, List.of());
  }
}
