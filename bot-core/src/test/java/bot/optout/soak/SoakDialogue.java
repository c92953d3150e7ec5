package bot.optout.soak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every person says, line by line without waiting, and what they must read. */
final class SoakDialogue {
  /** Each line begins another question; a line taken twice would answer the next one wrongly. */
  private static final List<String> LINES =
      List.of(
          "draft",
          "France",
          "instagram",
          "no reason",
          "Camille",
          "camille@example.org",
          "@camille",
          "yes");

  /** How the messages begin; nothing said of the one that holds the letter's address. */
  private static final List<String> ANSWERS =
      List.of(
          "Where do you live?",
          "Which accounts is it about?",
          "Do you want to give a reason?",
          "Your name?",
          "Your e-mail?",
          "Your profile link",
          "Camille",
          "Your objection",
          "",
          "Tell me when it is on its way");

  private SoakDialogue() {}

  static int lines() {
    return LINES.size();
  }

  static String line(int number) {
    return LINES.get(number);
  }

  /** What must not stand in a log. */
  static List<String> secrets() {
    return List.of("Camille", "camille@example.org", "no reason");
  }

  /** What came of a dialogue. */
  static Verdict verdict(List<String> received) {
    Set<String> read = new HashSet<>();
    int next = 0;
    int repeated = 0;
    int wrong = 0;
    for (String text : received) {
      if (read.contains(text)) {
        repeated++;
      } else if (next < ANSWERS.size() && text.startsWith(ANSWERS.get(next))) {
        next++;
      } else {
        wrong++;
      }
      read.add(text);
    }
    return new Verdict(ANSWERS.size() - next, wrong, repeated);
  }

  /**
   * How a dialogue went.
   *
   * @param lost messages that did not come
   * @param wrong messages that could only come from a line that was taken twice or out of order
   * @param repeated messages that came again
   */
  record Verdict(int lost, int wrong, int repeated) {
    Verdict plus(Verdict other) {
      return new Verdict(lost + other.lost, wrong + other.wrong, repeated + other.repeated);
    }
  }
}
