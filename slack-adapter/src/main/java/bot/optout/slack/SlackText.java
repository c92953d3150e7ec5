package bot.optout.slack;

import java.util.ArrayList;
import java.util.List;

/** Makes text fit: clean, cut, split. Never between the halves of a character. */
final class SlackText {
  private static final char UNKNOWN = '\uFFFD';

  private SlackText() {}

  /**
   * Without control characters and broken halves of characters, which JSON or Slack would refuse.
   */
  static String clean(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? UNKNOWN : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, boundary(text, limit - 1)) + "…";
  }

  /** Pieces of at most {@code limit} characters that make up the text, broken at lines or words. */
  static List<String> pieces(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (rest.length() > limit) {
      int end = breakingPoint(rest, limit);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  private static int breakingPoint(String text, int limit) {
    int line = text.lastIndexOf('\n', limit - 1);
    if (line > limit / 2) {
      return line + 1;
    }
    int word = text.lastIndexOf(' ', limit - 1);
    return word > limit / 2 ? word + 1 : boundary(text, limit);
  }

  private static int boundary(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
