package bot.optout.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a person says, line by line without waiting, and what they must read. */
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
          "@camille");

  /** How the messages begin. */
  private static final List<String> ANSWERS =
      List.of(
          "Where do you live?",
          "Which accounts is it about?",
          "Do you want to give a reason?",
          "Your name?",
          "Your e-mail?",
          "Your profile link",
          "Camille");

  static final SoakDialogue LETTER =
      new SoakDialogue(
          "yes",
          // Nothing said of the one that holds the letter's address.
          List.of("Your objection", "", "Tell me when it is on its way"));

  static final SoakDialogue CANCELLED =
      new SoakDialogue("cancel", List.of("Stopped. Nothing of it is kept."));

  private final String end;
  private final List<String> after;

  private SoakDialogue(String end, List<String> after) {
    this.end = end;
    this.after = after;
  }

  /** Of each dialogue. */
  static int length() {
    return LINES.size() + 1;
  }

  String line(int number) {
    return number < LINES.size() ? LINES.get(number) : end;
  }

  /** What must not stand in a log. */
  static List<String> secrets() {
    return List.of("Camille", "camille@example.org", "no reason");
  }

  /** What came of a dialogue. */
  Verdict verdict(List<String> received) {
    List<String> answers = Stream.concat(ANSWERS.stream(), after.stream()).toList();
    Set<String> read = new HashSet<>();
    int next = 0;
    List<String> repeated = new ArrayList<>();
    int wrong = 0;
    for (String text : received) {
      if (read.contains(text)) {
        repeated.add(text.lines().findFirst().orElse(""));
      } else if (next < answers.size() && text.startsWith(answers.get(next))) {
        next++;
      } else {
        wrong++;
      }
      read.add(text);
    }
    return new Verdict(answers.size() - next, wrong, repeated);
  }

  /**
   * How a dialogue went.
   *
   * @param lost messages that did not come
   * @param wrong messages that could only come from a line that was taken twice or out of order
   * @param repeated the first lines of messages that came again
   */
  record Verdict(int lost, int wrong, List<String> repeated) {
    static final Verdict NOTHING = new Verdict(0, 0, List.of());

    Verdict plus(Verdict other) {
      return new Verdict(
          lost + other.lost,
          wrong + other.wrong,
          Stream.concat(repeated.stream(), other.repeated.stream()).toList());
    }
  }
}
