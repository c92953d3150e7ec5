package bot.optout.fuzz;

import java.util.List;
import java.util.Random;

/** Damages a text, as a broken wire or a stranger would. */
final class TextMutations {
  private static final List<String> PIECES =
      List.of(
          "\0", "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\ud83d", "\ufeff",
          "\u202e", "null", "1e400", "-", "/*", "NaN", "\\u", "\\ud800", "é", "\t", "}{", "[[[[",
          "'");

  private final Random random;

  TextMutations(Random random) {
    this.random = random;
  }

  String mutate(String text) {
    int from = at(text);
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(from);
      case 3 -> text.substring(0, from) + piece() + text.substring(from);
      case 4 -> text.substring(0, from) + piece() + text.substring(to);
      default -> moved(text, from, to);
    };
  }

  private String moved(String text, int from, int to) {
    String rest = text.substring(0, from) + text.substring(to);
    int place = at(rest);
    return rest.substring(0, place) + text.substring(from, to) + rest.substring(place);
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private int at(String text) {
    return random.nextInt(text.length() + 1);
  }
}
