package bot.optout.faults;

import java.util.ArrayList;
import java.util.List;

/** Holds what a person saw against what they should have seen. */
final class History {
  private final List<String> expected;
  private final List<String> repeated = new ArrayList<>();
  private int next;

  private History(List<String> expected) {
    this.expected = expected;
  }

  /**
   * Everything once and in order, but for what may come again later.
   *
   * @return what came again, in order
   * @throws AssertionError if something is missing, out of order or not to be expected at all
   */
  static List<String> repeated(String what, List<String> expected, List<String> seen) {
    History history = new History(expected);
    for (String one : seen) {
      if (!history.goesOnWith(one)) {
        throw new AssertionError(what + ": not expected: " + one + both(expected, seen));
      }
    }
    if (history.next < expected.size()) {
      throw new AssertionError(
          what + ": missing: " + expected.get(history.next) + both(expected, seen));
    }
    return history.repeated;
  }

  private boolean goesOnWith(String one) {
    if (next < expected.size() && expected.get(next).equals(one)) {
      next++;
      return true;
    }
    return expected.subList(0, next).contains(one) && repeated.add(one);
  }

  private static String both(List<String> expected, List<String> seen) {
    return "\n== expected\n"
        + String.join("\n--\n", expected)
        + "\n== seen\n"
        + String.join("\n--\n", seen);
  }
}
