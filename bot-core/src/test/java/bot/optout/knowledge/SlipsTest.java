package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
  @ParameterizedTest
  @CsvSource({
    "meta, meta, 0",
    "meta, beat, 2",
    "meta, mea, 1",
    "meta, metta, 1",
    "meta, meat, 1",
    "emta, meat, 2",
    "'', ai, 2",
    "form, reform, 2"
  })
  void slips_are_counted(String one, String other, int slips) {
    assertEquals(slips, Slips.between(one, other));
    assertEquals(slips, Slips.between(other, one));
  }
}
