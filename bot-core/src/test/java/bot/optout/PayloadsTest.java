package bot.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.cases.Case;
import bot.optout.conversation.Context;
import bot.optout.conversation.Saved;
import bot.optout.conversation.State;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import bot.optout.message.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits in a database while the program is updated must be understood by the new one. */
final class PayloadsTest {
  private static final Address ADDRESS =
      new Address("p", "t", "c", "w", Address.Audience.ALONE, "r");

  @Test
  void everything_that_happens_comes_back_as_it_was() {
    List<Input> all =
        List.of(
            new Input.Said("hi", true),
            new Input.Edited("ho"),
            new Input.Pressed("a:b"),
            new Input.Commanded("draft", "x"),
            new Input.Attached(Input.Kind.PHOTO),
            new Input.Added(),
            new Input.Left(),
            new Input.Elapsed("timeout"));
    assertEquals(Input.class.getPermittedSubclasses().length, all.size());
    for (Input input : all) {
      Incoming incoming = new Incoming("k", ADDRESS, input, Optional.of("de"));
      assertEquals(incoming, Payloads.incoming(Payloads.write(incoming)));
    }
  }

  @Test
  void a_time_zone_comes_back_and_is_missing_in_what_waits_since_before() {
    Incoming incoming =
        new Incoming(
            "k", ADDRESS, new Input.Said("hi"), Optional.empty(), Optional.of("Europe/Lisbon"));
    String text = Payloads.write(incoming);
    assertEquals(incoming, Payloads.incoming(text));
    assertEquals(
        Optional.empty(),
        Payloads.incoming(text.replace(",\"zone\":\"Europe/Lisbon\"", "")).zone());
  }

  @Test
  void a_case_of_the_released_format_is_understood_and_written_again() throws IOException {
    String released =
        Files.readString(Path.of("src", "test", "resources", "formats", "case-1.json")).strip();
    Case followed = Payloads.followed(released);
    assertEquals(released, Payloads.write(followed));
    assertFalse(followed.toString().contains("Anna"));
  }

  @Test
  void everything_that_is_said_comes_back_as_it_was() {
    List<Block> all =
        List.of(
            new Block.Headline("h"),
            new Block.Paragraph("p"),
            new Block.Items(true, List.of("a", "b")),
            new Block.Quote("q"),
            new Block.Copyable("c", Optional.of("copy it")),
            new Block.Sources(List.of(new Link("t", Optional.of("https://example.org")))),
            new Block.SmallPrint("s"));
    assertEquals(Block.class.getPermittedSubclasses().length, all.size());
    Message message =
        new Message(
            all,
            List.of(new Choice("i", "l")),
            List.of(new Attachment.Text("n.txt", "text/plain", "content")));
    Payloads.Pending say = new Payloads.Pending.Say(ADDRESS, message, true, false);
    assertEquals(say, Payloads.pending(Payloads.write(say)));
    Payloads.Pending delete = new Payloads.Pending.Delete(ADDRESS, "ref");
    assertEquals(delete, Payloads.pending(Payloads.write(delete)));
  }

  @Test
  void every_attachment_comes_back_as_it_was() {
    Sheet sheet =
        new Sheet(
            Locale.GERMAN,
            List.of("Ana"),
            List.of("Meta"),
            "24. November 2026",
            "Widerspruch",
            List.of(
                new Sheet.Part.Paragraph("p"),
                new Sheet.Part.Heading("h"),
                new Sheet.Part.Bullets(List.of("a", "b"))),
            List.of("Mit freundlichen Grüßen", "Ana"));
    Attachment text = Attachment.Text.plain("n.txt", "content");
    Attachment pdf = new Attachment.Pdf("n.pdf", sheet);
    LocalDate day = LocalDate.of(2026, 12, 24);
    List<Attachment> all =
        List.of(
            text,
            pdf,
            new Attachment.CalendarEntry("n.ics", "t", "d", day, List.of(1)),
            new Attachment.Bundle("n.zip", List.of(text, pdf), Map.of("n.txt", day)));
    assertEquals(Attachment.class.getPermittedSubclasses().length, all.size());
    Payloads.Pending say =
        new Payloads.Pending.Say(
            ADDRESS, new Message(Message.of("x").blocks(), List.of(), all), false, false);
    assertEquals(say, Payloads.pending(Payloads.write(say)));
  }

  @Test
  void an_attachment_from_before_there_were_kinds_is_a_text() {
    String kept =
        Payloads.write(
                new Payloads.Pending.Say(
                    ADDRESS,
                    Message.of("x").carrying(Attachment.Text.plain("n.txt", "content")),
                    false,
                    false))
            .replace("\"kind\":\"text\",", "");
    assertTrue(kept.contains("{\"name\":\"n.txt\""), kept);
    Payloads.Pending.Say say = (Payloads.Pending.Say) Payloads.pending(kept);
    assertEquals(List.of(Attachment.Text.plain("n.txt", "content")), say.message().attachments());
  }

  @Test
  void a_draft_kept_by_version_1_is_still_understood() {
    String kept =
        "{\"tag\":\"drafting\",\"version\":1,\"fields\":{\"email\":\"\",\"name\":\"Ana\","
            + "\"place\":\"FR\",\"reason\":\"picked\",\"grounds\":\"health job\","
            + "\"services\":\"facebook instagram\",\"services_done\":\"true\",\"typed\":\"NAME\"}}";
    Saved saved = Payloads.saved(kept);
    State state = saved.restore().orElseThrow();
    assertEquals(saved, state.saved().orElseThrow());
  }

  @Test
  void a_context_comes_back_as_it_was() {
    Context context =
        new Context(
            Optional.of("too-late"),
            Optional.of("FR"),
            Optional.empty(),
            Optional.of("my question"),
            Optional.of("de"));
    assertEquals(context, Payloads.context(Payloads.write(context)));
    assertEquals(Context.EMPTY, Payloads.context(Payloads.write(Context.EMPTY)));
  }

  @Test
  void what_waited_before_words_could_be_forwarded_and_copied_is_still_understood() {
    Incoming said =
        Payloads.incoming(
            Payloads.write(new Incoming("k", ADDRESS, new Input.Said("hi"), Optional.empty()))
                .replace(",\"forwarded\":false", ""));
    assertEquals(new Input.Said("hi"), said.input());
    Payloads.Pending say =
        new Payloads.Pending.Say(
            ADDRESS, Message.of(List.of(new Block.Copyable("c"))), false, false);
    String before = Payloads.write(say).replace(",\"button\":null", "");
    assertFalse(before.contains("button"), before);
    assertEquals(say, Payloads.pending(before));
  }

  @Test
  void a_context_without_the_fields_that_came_later_is_still_understood() {
    Context context = Payloads.context("{\"entry\":\"too-late\",\"place\":\"FR\"}");
    assertEquals(Optional.of("FR"), context.place());
    assertEquals(Optional.empty(), context.unanswered());
    assertEquals(Optional.empty(), context.language());
  }

  @Test
  void what_cannot_be_read_is_not_quoted() {
    IllegalStateException trouble =
        assertThrows(IllegalStateException.class, () -> Payloads.saved("{\"tag\":\"my secret"));
    assertFalse(String.valueOf(trouble.getMessage()).contains("secret"));
    assertTrue(trouble.getCause() == null);
  }

  @Test
  void nothing_that_people_typed_is_printed() {
    String printed =
        new Incoming("k", ADDRESS, new Input.Said("my secret"), Optional.empty()).toString()
            + new Saved("drafting", 1, Map.of("name", "my secret"))
            + Message.of("my secret")
            + Attachment.Text.plain("n.txt", "my secret")
            + new Attachment.CalendarEntry(
                "n.ics", "my secret", "my secret", LocalDate.EPOCH, List.of());
    assertFalse(printed.contains("secret"), printed);
    assertFalse(printed.contains("\"w\""), printed);
  }
}
