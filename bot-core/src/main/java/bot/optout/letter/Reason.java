package bot.optout.letter;

import java.util.List;

/** Why the person objects. None is needed. */
public sealed interface Reason {
  /** Not asked yet. */
  record Open() implements Reason {}

  record None() implements Reason {}

  /**
   * Picked from the list.
   *
   * @param done false while the person is still picking
   */
  record Picked(List<String> grounds, boolean done) implements Reason {
    public Picked {
      grounds = List.copyOf(grounds);
    }
  }

  /**
   * In the person's own words.
   *
   * @param text empty while they have not typed them yet
   * @param grounds of the catalogue, as the words beside
   * @param settled false while the person is asked what of it the letter should say
   */
  record OwnWords(String text, List<String> grounds, boolean settled) implements Reason {
    public OwnWords {
      grounds = List.copyOf(grounds);
    }

    public OwnWords(String text) {
      this(text, List.of(), true);
    }

    @Override
    public String toString() {
      return "OwnWords";
    }
  }
}
