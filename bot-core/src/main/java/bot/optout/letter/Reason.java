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

  /** In the person's own words; empty while they have not typed them yet. */
  record OwnWords(String text) implements Reason {
    @Override
    public String toString() {
      return "OwnWords";
    }
  }
}
