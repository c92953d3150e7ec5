package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.message.Block;
import bot.optout.message.Choice;
import bot.optout.message.Field;
import bot.optout.message.Message;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlackViewTest {
  private static final List<String> NAUGHTY =
      List.of(
          "<!channel> <@U1ADA|x> <https://evil.example|bank> @here",
          "*bold* `code` :taco: &amp;",
          "a\u0000b\u001b[31m \ud800 half",
          "👩‍👩‍👧‍👦 中文 العربية \u202E \u200b",
          "   ",
          "\"}],\"blocks\":[{\"type\":\"image\"}]",
          "word ".repeat(700));

  @Test
  void ten_thousand_naughty_pages_are_all_accepted() {
    Random random = new Random(11);
    for (int i = 0; i < 10_000; i++) {
      String text = NAUGHTY.get(random.nextInt(i % 100 == 0 ? NAUGHTY.size() : NAUGHTY.size() - 1));
      Message message = crowded(text, random);
      JsonObject modal =
          SlackView.modal(
              "m-1",
              random.nextBoolean() ? List.of() : SlackView.words(message),
              message,
              random.nextBoolean() ? List.of() : SlackView.words(Message.of(text)));
      assertEquals(List.of(), BlockKitRules.viewProblems(modal, "modal"));
      assertEquals(List.of(), BlockKitRules.viewProblems(SlackView.home(message), "home"));
      String wire = SlackJson.write(modal);
      assertTrue(!wire.contains("\"mrkdwn\"") && !wire.contains("\"type\":\"user\""), wire);
      SlackView.problem(message, "field:name")
          .map(answer -> answer.getAsJsonObject("errors").get("field:name").getAsString())
          .ifPresent(error -> assertTrue(error.length() <= SlackLimits.FIELD_ERROR));
    }
  }

  private static Message crowded(String text, Random random) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Headline(text));
    blocks.add(new Block.Paragraph("says " + text));
    blocks.add(new Block.Copyable(text));
    blocks.add(new Block.SmallPrint(text));
    String label = "x" + text.substring(0, Math.min(text.length(), 70));
    Message message =
        Message.of(blocks).offering(new Choice("up:a", label), new Choice("down:a", "No"));
    Field.Kind kind =
        List.of(Field.Kind.LINE, Field.Kind.EMAIL, Field.Kind.LONG_TEXT).get(random.nextInt(3));
    Field field = new Field("name", kind, "Your answer", "Next", Optional.of("not so: " + text));
    return random.nextBoolean() ? message : message.asking(field);
  }

  @Test
  void a_page_that_is_too_long_keeps_its_end_and_its_buttons() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      blocks.add(new Block.Paragraph("P" + i));
    }
    Message message = Message.of(blocks).offering(new Choice("a", "Go on"));
    JsonObject modal = SlackView.modal("m-1", List.of(), message, List.of());
    assertEquals(List.of(), BlockKitRules.viewProblems(modal, "modal"));
    assertEquals(100, modal.getAsJsonArray("blocks").size());
    assertTrue(SlackJson.write(modal).contains("P149"));
    assertTrue(SlackJson.write(modal).contains("Go on"));
  }

  @Test
  void an_email_is_asked_for_as_one_and_every_field_is_labelled() {
    Field field = new Field("email", Field.Kind.EMAIL, "Your answer", "Next", Optional.empty());
    JsonObject modal =
        SlackView.modal("m-1", List.of(), Message.of("Your e-mail?").asking(field), List.of());
    JsonObject input = modal.getAsJsonArray("blocks").get(1).getAsJsonObject();
    assertEquals("email_text_input", input.getAsJsonObject("element").get("type").getAsString());
    assertEquals("Your answer", input.getAsJsonObject("label").get("text").getAsString());
    assertEquals("Next", modal.getAsJsonObject("submit").get("text").getAsString());
    assertEquals(Optional.empty(), SlackView.problem(Message.of("x").asking(field), "field:email"));
  }
}
