package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsAndLettersTest {
  private final Embedder embedder =
      WordsAndLetters.model(
              List.of("wie lege ich widerspruch ein", "wo ist das formular", "was ist die frist"),
              Memory.NONE)
          .embedder();

  @Test
  void spellings_of_umlauts_are_one() {
    assertEquals("grosse", WordsAndLetters.folded("größe"));
    assertEquals("grosse", WordsAndLetters.folded("groesse"));
    assertEquals(1, likeness("löschen", "loeschen"), 1e-5);
  }

  @Test
  void compounds_and_endings_are_alike() {
    assertTrue(
        likeness("widerspruchsformular", "formular") > likeness("widerspruchsformular", "frist"));
    assertTrue(likeness("fristen", "frist") > 0.3);
  }

  @Test
  void rare_words_count_more_than_common_ones() {
    assertTrue(likeness("ist die frist", "frist") > likeness("ist die frist", "ist"));
  }

  private double likeness(String one, String other) {
    return Vectors.dot(embedder.embed(one), embedder.embed(other));
  }
}
