package bot.optout.logs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LogWatchTest {
  @Test
  void a_text_an_id_and_a_name_are_found_in_a_line() {
    Confidential.tell("my uncle Ottokar");
    Confidential.tell("83417730021");
    assertTrue(Confidential.isIn("[turns-1] cannot answer my uncle Ottokar, sorry {}"));
    assertTrue(Confidential.isIn("[turns-1] chat=83417730021 {}"));
    assertTrue(Confidential.isIn("[turns-1] hello {person=83417730021}"));
  }

  @Test
  void numbers_that_only_contain_an_id_are_not_it() {
    Confidential.tell("83417730021");
    assertFalse(Confidential.isIn("[turns-1] 1834177300210 ms {}"));
  }

  @Test
  void a_single_everyday_word_gives_nobody_away() {
    Confidential.tell("next");
    assertFalse(Confidential.isIn("[poll] next try in 17 ms {}"));
  }
}
