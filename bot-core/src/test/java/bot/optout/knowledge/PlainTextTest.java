package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void case_emoji_and_white_space_do_not_count() {
    assertEquals("is it too late?", PlainText.of("  Is it\n TOO   late?? 😡🔥 "));
  }

  @Test
  void stretched_words_and_signs_are_shortened() {
    assertEquals("noo please!", PlainText.of("nooooo please!!!"));
  }

  @Test
  void curly_quotes_become_plain() {
    assertEquals("don't do it", PlainText.of("don’t “do” it"));
  }

  @Test
  void words_are_what_is_left_without_signs() {
    assertEquals(List.of("what's", "art", "21", "1"), PlainText.words("what's art. 21(1)?"));
    assertEquals("", PlainText.wordsOnly(PlainText.of("?! 🤷")));
  }
}
