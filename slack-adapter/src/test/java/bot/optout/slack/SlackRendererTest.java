package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Link;
import bot.optout.message.Message;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackRendererTest {
  private static final List<String> NAUGHTY =
      List.of(
          "<!channel> <!here> <!everyone>",
          "<@U1ADA> @here @channel",
          "<https://evil.example|your bank>",
          "*bold* _it_ ~no~ `code` ```block``` > quote",
          "&lt;!channel&gt; &amp;",
          ":smile: :taco:",
          "a\u0000b\u0007c\u001b[31m",
          "\ud800 lone \udfff halves",
          "👩‍👩‍👧‍👦 🇫🇷 é ñ 中文 العربية",
          "\u202Eright to left\u202C \u200b\u2060",
          "\r\n\t\u0085\u2028",
          "   ",
          "",
          "\"}],\"blocks\":[{\"type\":\"image\"}]",
          "x".repeat(3_001),
          "line of words\n".repeat(900),
          "😀".repeat(5_000));

  @Test
  void every_kind_of_block_is_shown_as_itself() {
    Message message =
        Message.of(
                List.of(
                    new Block.Headline("Your objection"),
                    new Block.Paragraph("First."),
                    new Block.Items(true, List.of("Open the form", "Paste it")),
                    new Block.Items(false, List.of("Facebook", "Instagram")),
                    new Block.Quote("We've reviewed\nyour request"),
                    new Block.Copyable("Dear Meta,\n<!channel> & co"),
                    new Block.Sources(
                        List.of(
                            new Link("Privacy policy", Optional.of("https://example.com/p")),
                            new Link("A book", Optional.empty()))),
                    new Block.SmallPrint("Information, not legal advice.")))
            .offering(new Choice("draft", "Draft it"), new Choice("topics", "Other topics"));
    JsonObject part = only(message);
    assertEquals(message.plainText() + "\n[Draft it] [Other topics]", standing(part).seen());
    assertEquals(
        "header rich_text rich_text rich_text rich_text rich_text rich_text context actions",
        SlackJson.objects(part, "blocks").stream()
            .map(block -> SlackJson.text(block, "type").orElseThrow())
            .collect(Collectors.joining(" ")));
    assertTrue(part.get("text").getAsString().contains("&lt;!channel&gt; &amp; co"));
    assertEquals(
        "https://example.com/p",
        part.getAsJsonArray("blocks")
            .get(6)
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .get("url")
            .getAsString());
  }

  @Test
  void a_press_says_the_choice_and_every_button_is_labelled_for_screen_readers() {
    JsonObject button =
        standing(only(Message.of("Which?").offering(new Choice("entry:too-late", "Too late?"))))
            .button("Too late?")
            .orElseThrow();
    assertEquals("entry:too-late", button.get("value").getAsString());
    assertEquals("Too late?", button.get("accessibility_label").getAsString());
  }

  @Test
  void what_is_too_long_is_split_between_blocks_with_the_buttons_at_the_end() {
    List<Block> blocks =
        IntStream.range(0, 120)
            .<Block>mapToObj(i -> new Block.Paragraph("Paragraph " + i))
            .toList();
    List<JsonObject> parts =
        SlackRenderer.parts(Message.of(blocks).offering(new Choice("a", "Go on")));
    assertEquals(3, parts.size());
    assertEquals(List.of(), standing(parts.get(0)).buttons());
    assertEquals(1, standing(parts.get(2)).buttons().size());
    parts.forEach(SlackRendererTest::accepted);
    assertEquals(
        Message.of(blocks).plainText(),
        parts.stream().map(part -> standing(part).words()).collect(Collectors.joining("\n\n")));
  }

  @Test
  void forty_choices_are_forty_buttons() {
    List<Choice> choices =
        IntStream.range(0, 40).mapToObj(i -> new Choice("country:" + i, "Country " + i)).toList();
    JsonObject part = only(Message.of("Where do you live?").offering(choices));
    accepted(part);
    assertEquals(40, standing(part).buttons().size());
  }

  @Test
  void a_long_letter_loses_nothing() {
    String letter =
        IntStream.range(0, 900).mapToObj(i -> "Line " + i).collect(Collectors.joining("\n"));
    List<JsonObject> parts =
        SlackRenderer.parts(Message.of(List.of(new Block.Copyable(letter.repeat(3)))));
    parts.forEach(SlackRendererTest::accepted);
    assertEquals(
        letter.repeat(3).replace("\n", ""),
        parts.stream()
            .map(part -> standing(part).words().replace("\n", ""))
            .collect(Collectors.joining()));
  }

  @Test
  void a_list_that_is_split_counts_on() {
    List<String> items = IntStream.range(0, 60).mapToObj(i -> "item ".repeat(60) + i).toList();
    List<JsonObject> parts = SlackRenderer.parts(Message.of(List.of(new Block.Items(true, items))));
    assertTrue(parts.size() > 1);
    parts.forEach(SlackRendererTest::accepted);
    assertTrue(standing(parts.get(parts.size() - 1)).words().contains("\n60. item"));
  }

  @Test
  void ten_thousand_naughty_messages_are_all_accepted() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Message message = naughty(random, i % 200 == 0);
      List<JsonObject> parts = SlackRenderer.parts(message);
      assertFalse(parts.isEmpty());
      parts.forEach(SlackRendererTest::accepted);
    }
  }

  @Test
  void words_can_neither_mention_nor_link() {
    for (String naughty : NAUGHTY) {
      for (JsonObject part : SlackRenderer.parts(everywhere(naughty, Optional.empty()))) {
        String wire = SlackJson.write(part);
        assertFalse(wire.contains("\"mrkdwn\""));
        assertFalse(wire.contains("\"type\":\"user\""));
        assertFalse(wire.contains("\"type\":\"link\""));
        String text = part.get("text").getAsString();
        assertFalse(text.contains("<") || text.contains(">"));
      }
    }
  }

  @Test
  void every_call_keeps_slack_from_looking_for_names_and_links() {
    JsonObject part = only(Message.of("@here https://example.com"));
    SlackRoute route = SlackRoute.inThread("C1", "1.2");
    for (SlackCall call :
        List.of(
            SlackRenderer.post(route, part),
            SlackRenderer.postEphemeral(route, "U1", part),
            SlackRenderer.respond("https://hooks.slack.com/1", false, route, part),
            SlackRenderer.update(new SlackReference("C1", "1.2"), part))) {
      assertEquals("none", call.args().get("parse").getAsString());
      assertFalse(call.args().get("link_names").getAsBoolean());
      assertFalse(call.args().get("text").getAsString().isEmpty());
    }
    JsonObject post = SlackRenderer.post(route, part).args();
    assertFalse(post.get("unfurl_links").getAsBoolean());
    assertFalse(post.get("unfurl_media").getAsBoolean());
    assertEquals("1.2", post.get("thread_ts").getAsString());
  }

  private static Message naughty(Random random, boolean long_) {
    List<String> words = NAUGHTY.stream().filter(word -> long_ || word.length() < 3_000).toList();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(words.get(random.nextInt(words.size())));
    }
    return everywhere(text.toString(), Optional.of("https://example.com/page"));
  }

  private static Message everywhere(String text, Optional<String> url) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(text));
    blocks.add(new Block.Paragraph(text));
    blocks.add(new Block.Items(true, List.of(text, text)));
    blocks.add(new Block.Quote(text));
    blocks.add(new Block.Copyable(text));
    blocks.add(new Block.Sources(List.of(new Link(text, url))));
    blocks.add(new Block.SmallPrint(text));
    String label = text.isBlank() ? "ok" : text.substring(0, Math.min(text.length(), 75));
    return Message.of(blocks)
        .offering(new Choice("a", label.isBlank() ? "ok" : label), new Choice("b", "B"));
  }

  private static JsonObject only(Message message) {
    List<JsonObject> parts = SlackRenderer.parts(message);
    assertEquals(1, parts.size());
    accepted(parts.get(0));
    return parts.get(0);
  }

  private static void accepted(JsonObject part) {
    assertEquals(Optional.empty(), FakeMethods.fault(part).map(SlackJson::write));
  }

  private static FakeMessage standing(JsonObject part) {
    return new FakeMessage(
        "C1",
        "1.1",
        Optional.empty(),
        FakeSlack.BOT_USER,
        part.get("text").getAsString(),
        FakeMethods.blocks(part),
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
