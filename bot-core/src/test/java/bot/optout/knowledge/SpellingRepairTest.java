package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingRepairTest {
  private final SpellingRepair spelling =
      SpellingRepair.from(
          Set.of("dateline", "deadlime"), List.of("the deadline for facebook", "deadline?"));

  @ParameterizedTest
  @CsvSource({
    "deadine, deadline",
    "deadlline, deadline",
    "dedaline, deadline",
    "facebok, facebook",
    "acebook, facebook",
    "facebookk, facebook"
  })
  void one_slip_is_repaired(String typed, String meant) {
    assertEquals("my " + meant + "?", spelling.repair("my " + typed + "?"));
  }

  @ParameterizedTest
  @CsvSource({"ddaline, deadline", "faecbok, facebook", "dedlines, deadline"})
  void two_slips_in_a_long_word_are_repaired(String typed, String meant) {
    assertEquals(meant, spelling.repair(typed));
  }

  @Test
  void without_a_vocabulary_only_one_slip_is_repaired() {
    SpellingRepair alone = SpellingRepair.from(Set.of(), List.of("the deadline"));
    assertEquals("deadline ddaline", alone.repair("deadlne ddaline"));
  }

  @Test
  void a_word_that_only_the_model_knows_may_be_doubted() {
    assertEquals(Optional.of("my deadline?"), spelling.doubted("my deadlime?"));
    assertEquals(Optional.empty(), spelling.doubted("my facebook?"));
  }

  @ParameterizedTest
  @CsvSource({"dateline", "eddaline", "ddalone", "fo", "elephant"})
  void words_that_are_known_short_or_too_far_stay(String typed) {
    assertEquals(typed, spelling.repair(typed));
  }

  /** All that is a slip away from a word of 4,000 letters does not fit into memory. */
  @Test
  @Timeout(5)
  void a_word_without_end_is_left_alone() {
    String endless = "a".repeat(4_000);
    assertEquals(endless + " deadline", spelling.repair(endless + " deadine"));
    SpellingRepair knowing = SpellingRepair.from(Set.of(endless), List.of("the deadline"));
    assertEquals(Optional.empty(), knowing.doubted(endless));
  }

  @Test
  void noise_has_no_known_word() {
    assertTrue(spelling.knowsAny("qwx deadline"));
    assertFalse(spelling.knowsAny("qwx zzz"));
    assertFalse(spelling.knowsAny(""));
  }
}
