package bot.optout.telegram;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text where it hurts least. */
final class TextPieces {
  private TextPieces() {}

  /** Pieces of at most {@code limit} UTF-16 units; what nobody would see is left out. */
  static List<String> of(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    String rest = trimmed(text);
    while (rest.length() > limit) {
      int end = end(rest, limit);
      keep(rest.substring(0, end), pieces);
      rest = trimmed(rest.substring(end));
    }
    keep(rest, pieces);
    return pieces;
  }

  private static void keep(String piece, List<String> pieces) {
    if (!TelegramText.isInvisible(piece)) {
      pieces.add(piece.stripTrailing());
    }
  }

  /** Leading empty lines go, the indent of the first line stays. */
  private static String trimmed(String text) {
    int start = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return text.substring(start).stripTrailing();
  }

  private static int end(String text, int limit) {
    for (String border : new String[] {"\n\n", "\n", " "}) {
      int at = text.lastIndexOf(border, limit);
      // A border near the beginning would leave a crumb and cut again soon.
      if (at > limit / 2) {
        return at;
      }
    }
    return hardEnd(text, limit);
  }

  /** Not inside a surrogate pair, and not before what belongs to the character in front of it. */
  private static int hardEnd(String text, int limit) {
    int end = limit;
    for (int steps = 0; steps < 32 && end > 1 && joins(text, end); steps++) {
      end--;
    }
    if (joins(text, end)) {
      end = limit;
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static boolean joins(String text, int at) {
    int after = text.codePointAt(at);
    int before = text.codePointBefore(at);
    return Character.isLowSurrogate(text.charAt(at))
        || isMark(after)
        || after == 0x200D
        || before == 0x200D
        || (after >= 0x1F3FB && after <= 0x1F3FF);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
