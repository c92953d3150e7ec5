package bot.optout.console;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One slip of the finger in a random word: a letter lost, doubled, replaced or swapped. */
final class EvalTypo {
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
  private static final int ALPHABET = 26;

  private EvalTypo() {}

  /** The text with a slip in a word of four letters or more, if it has one. */
  static String in(String text, Random random) {
    long words = WORD.matcher(text).results().count();
    if (words == 0) {
      return text;
    }
    int chosen = random.nextInt((int) words);
    Matcher word = WORD.matcher(text);
    for (int i = 0; i <= chosen; i++) {
      word.find();
    }
    return text.substring(0, word.start())
        + slipped(word.group(), random)
        + text.substring(word.end());
  }

  private static String slipped(String word, Random random) {
    int at = random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    char letter = word.charAt(at);
    String after = word.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> before + (char) ('a' + random.nextInt(ALPHABET)) + after;
      default -> before + after.charAt(0) + letter + after.substring(1);
    };
  }
}
