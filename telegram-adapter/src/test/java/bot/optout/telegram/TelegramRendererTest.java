package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Outgoing;
import bot.optout.message.Attachment;
import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import bot.optout.telegram.TelegramCall.DeleteMessage;
import bot.optout.telegram.TelegramCall.EditText;
import bot.optout.telegram.TelegramCall.RemoveButtons;
import bot.optout.telegram.TelegramCall.SendFile;
import bot.optout.telegram.TelegramCall.SendText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TelegramRendererTest {
  private static final Address ADDRESS =
      new Address("telegram", "123456789", "42", "42", Audience.ALONE, "42/-/-");

  private final TelegramRenderer renderer = new TelegramRenderer(Adapters.SELF);

  @Test
  void each_block_has_its_look() {
    Message message =
        Message.of(
            List.of(
                new Block.Headline("Not too late"),
                new Block.Paragraph("You can object <b>any</b> time & \"place\"."),
                new Block.Items(true, List.of("Open", "Send")),
                new Block.Items(false, List.of("a", "b")),
                new Block.Quote("We will"),
                new Block.Copyable("Dear <you>\n  I object"),
                new Block.Sources(
                    List.of(
                        new Link("Meta & co", Optional.of("https://x.example/?a=1&b=\"2\"")),
                        new Link("A book", Optional.empty()))),
                new Block.SmallPrint("No legal advice")));
    assertEquals(
        List.of(
            """
            <b>Not too late</b>

            You can object &lt;b&gt;any&lt;/b&gt; time &amp; &quot;place&quot;.

            1. Open
            2. Send

            • a
            • b

            <blockquote>We will</blockquote>

            <pre>Dear &lt;you&gt;
              I object</pre>

            • <a href="https://x.example/?a=1&amp;b=&quot;2&quot;">Meta &amp; co</a>
            • A book

            <i>No legal advice</i>"""),
        html(message));
  }

  @Test
  void only_web_addresses_become_links() {
    Block sources = new Block.Sources(List.of(new Link("x", Optional.of("javascript:alert(1)"))));
    assertEquals(List.of("• x"), html(Message.of(List.of(sources))));
  }

  @Test
  void a_quote_links_mentions_and_commands_nobody() throws HtmlMessage.Malformed {
    Block quote = new Block.Quote("mail @durov, see evil.example/x or /start #now $X");
    String text = HtmlMessage.parse(html(Message.of(List.of(quote))).get(0)).text();
    for (String live : List.of("@durov", "evil.example", "/start", "#now", "$X")) {
      assertFalse(text.contains(live), text);
    }
    assertEquals("mail @durov, see evil.example/x or /start #now $X", text.replace("\u2060", ""));
  }

  @Test
  void long_messages_are_cut_between_blocks() throws HtmlMessage.Malformed {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      blocks.add(new Block.Paragraph(("&" + i).repeat(500)));
    }
    List<String> parts = html(Message.of(blocks));
    assertEquals(3, parts.size());
    for (String part : parts) {
      assertTrue(HtmlMessage.parse(part).text().length() <= 4096);
    }
    assertEquals(
        blocks.stream().map(Block::plainText).collect(Collectors.joining("\n\n")),
        String.join("\n\n", texts(parts)));
  }

  @Test
  void exactly_the_limit_is_one_message_and_one_more_is_two() throws HtmlMessage.Malformed {
    assertEquals(1, html(Message.of("<".repeat(4096))).size());
    assertEquals(2, html(Message.of("<".repeat(4097))).size());
    assertEquals(1, html(Message.of("a".repeat(2047), "b".repeat(2047))).size());
    assertEquals(2, html(Message.of("a".repeat(2047), "b".repeat(2048))).size());
  }

  @Test
  void a_long_letter_stays_copyable_in_every_part() throws HtmlMessage.Malformed {
    String letter =
        IntStream.range(0, 300)
            .mapToObj(i -> "Line " + i + " of a letter that is long")
            .collect(Collectors.joining("\n"));
    List<String> parts = html(Message.of(List.of(new Block.Copyable(letter))));
    assertTrue(parts.size() > 1);
    for (String part : parts) {
      HtmlMessage parsed = HtmlMessage.parse(part);
      assertEquals("pre", parsed.entities().get(0).type());
      assertEquals(parsed.text().length(), parsed.entities().get(0).length());
    }
    assertEquals(letter, String.join("\n", texts(parts)));
  }

  @Test
  void no_character_is_torn_apart() throws HtmlMessage.Malformed {
    for (String sign : List.of("😀", "👩‍👩‍👧‍👦", "🇫🇷", "é", "👍🏽", "שָׁ", "ﷺ")) {
      List<String> texts = texts(html(Message.of("x" + sign.repeat(5000))));
      assertTrue(texts.size() > 1);
      for (String text : texts) {
        assertFalse(Character.isLowSurrogate(text.charAt(0)), sign);
        assertFalse(Character.isHighSurrogate(text.charAt(text.length() - 1)), sign);
        assertTrue(text.charAt(0) != '\u200D' && text.charAt(0) != '\u0301', sign);
      }
      assertEquals("x" + sign.repeat(5000), String.join("", texts));
    }
  }

  @Test
  void what_telegram_would_refuse_is_cleaned_and_scripts_are_kept() {
    assertEquals("a\uFFFDb", TelegramText.clean("a\uD83Db"));
    assertEquals("a b\nc\nd", TelegramText.clean("a\u0000b\r\nc\u2028d"));
    assertEquals("gpj.exe", TelegramText.clean("\u202Egpj.exe"));
    assertEquals("שלום עולם مرحبا 👩‍👧", TelegramText.clean("שלום עולם مرحبا 👩‍👧"));
    assertEquals(List.of("\u2026"), html(Message.of(" \n ", "\u200B\u200D", "\u2060")));
    assertEquals(List.of("yes"), html(Message.of("\u200B", "yes")));
  }

  @Test
  void short_labels_share_a_row_and_long_ones_do_not() {
    Message message =
        Message.of("?")
            .offering(
                new Choice("a", "Yes"),
                new Choice("b", "No"),
                new Choice("c", "I would rather do something else"),
                new Choice("d", "Back"));
    List<List<String>> rows =
        last(message).keyboard().stream()
            .map(row -> row.stream().map(TelegramButton::label).toList())
            .toList();
    assertEquals(
        List.of(List.of("Yes", "No"), List.of("I would rather do something else"), List.of("Back")),
        rows);
  }

  @Test
  void personal_things_open_the_private_chat() {
    Message message =
        Message.of("?")
            .offering(
                new Choice("private:draft", "Draft it in private"),
                new Choice("private:draft:instagram", "Draft for Instagram"));
    assertEquals(
        List.of(
            List.of(
                new TelegramButton.Open(
                    "Draft it in private", "https://t.me/optout_test_bot?start=draft")),
            List.of(
                new TelegramButton.Open(
                    "Draft for Instagram", "https://t.me/optout_test_bot?start=draft_instagram"))),
        last(message).keyboard());
  }

  @Test
  void buttons_stand_below_the_last_part_and_files_follow() {
    Message message =
        Message.of("a".repeat(4000), "b".repeat(4000))
            .offering(new Choice("x", "Yes"))
            .carrying(new Attachment.Text("letter.txt", "text/plain", "Dear"));
    List<TelegramCall> calls = renderer.render(say(message, Optional.empty()));
    assertEquals(3, calls.size());
    assertTrue(((SendText) calls.get(0)).keyboard().isEmpty());
    assertEquals(1, ((SendText) calls.get(1)).keyboard().size());
    assertTrue(calls.get(2) instanceof SendFile);
  }

  @Test
  void a_pressed_card_is_edited_in_place() {
    Outgoing.Card card = new Outgoing.Card(Optional.of("42:7"), true);
    List<TelegramCall> calls = renderer.render(say(Message.of("next"), Optional.of(card)));
    EditText edit = (EditText) calls.get(0);
    assertEquals(1, calls.size());
    assertEquals(new TelegramReference(42, 7), edit.message());
    assertEquals("next", edit.instead().html());
  }

  @Test
  void below_typed_words_a_new_card_is_sent_and_the_old_one_loses_its_buttons() {
    Outgoing.Card card = new Outgoing.Card(Optional.of("42:7"), false);
    List<TelegramCall> calls = renderer.render(say(Message.of("next"), Optional.of(card)));
    assertEquals(new RemoveButtons(new TelegramReference(42, 7)), calls.get(0));
    assertTrue(calls.get(1) instanceof SendText);
    Outgoing.Card first = new Outgoing.Card(Optional.empty(), true);
    assertTrue(
        renderer.render(say(Message.of("next"), Optional.of(first))).get(0) instanceof SendText);
  }

  @Test
  void a_deletion_needs_nothing_but_the_reference() {
    Address bare = new Address("telegram", "1", "42", "42", Audience.ALONE, "");
    assertEquals(
        List.of(new DeleteMessage(new TelegramReference(-1007, 9))),
        renderer.render(new Outgoing.Delete(bare, "-1007:9")));
  }

  private static List<String> texts(List<String> parts) throws HtmlMessage.Malformed {
    List<String> texts = new ArrayList<>();
    for (String part : parts) {
      texts.add(HtmlMessage.parse(part).text());
    }
    return texts;
  }

  private SendText last(Message message) {
    List<TelegramCall> calls = renderer.render(say(message, Optional.empty()));
    return (SendText) calls.get(calls.size() - 1);
  }

  private List<String> html(Message message) {
    return renderer.render(say(message, Optional.empty())).stream()
        .filter(SendText.class::isInstance)
        .map(call -> ((SendText) call).html())
        .toList();
  }

  private static Outgoing say(Message message, Optional<Outgoing.Card> card) {
    return new Outgoing.Say(ADDRESS, message, card);
  }
}
