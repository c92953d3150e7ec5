package bot.optout.faults;

import java.util.List;

/**
 * A dialogue with the part of it in which something goes wrong.
 *
 * @param before goes well
 * @param during goes wrong somewhere
 * @param after goes well again
 */
record Dialogue(String name, List<Doing> before, List<Doing> during, List<Doing> after) {
  Dialogue {
    before = List.copyOf(before);
    during = List.copyOf(during);
    after = List.copyOf(after);
  }

  @Override
  public String toString() {
    return name;
  }
}
