package bot.optout.telegram;

/**
 * Plain text on its way into a message: cleaned of what Telegram refuses, escaped, never
 * formatting.
 */
final class TelegramText {
  private static final char REPLACEMENT = '\uFFFD';

  /** Invisible, and a place where automatic links, mentions, hashtags and commands end. */
  private static final String JOINER = "\u2060";

  /** Stands where something has to. */
  static final String NOTHING_VISIBLE = "…";

  private TelegramText() {}

  /**
   * Half characters would make the request unreadable, control characters are dropped by Telegram,
   * and the directional overrides let text pretend to be other text. Letters of every script and
   * the joiners inside emoji stay.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == 0x2028 || point == 0x2029) {
                clean.append('\n');
              } else if (point == '\t' || Character.getType(point) == Character.CONTROL) {
                clean.append(' ');
              } else if (Character.getType(point) == Character.SURROGATE) {
                clean.append(REPLACEMENT);
              } else if (!(point >= 0x202A && point <= 0x202E)) {
                clean.appendCodePoint(point);
              }
            });
    return clean.toString();
  }

  /** For a button or a title, which must not be empty. */
  static String label(String words) {
    String label = clean(words).strip();
    return isInvisible(label) ? NOTHING_VISIBLE : label;
  }

  /** Whether a reader would see nothing; Telegram refuses such a message. */
  static boolean isInvisible(String text) {
    return text.codePoints().allMatch(TelegramText::isInvisible);
  }

  private static boolean isInvisible(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || switch (Character.getType(point)) {
          case Character.FORMAT,
              Character.CONTROL,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          // Blank by design although they count as letters: Hangul fillers and the Braille space.
          default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0x2800;
        };
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** From our HTML back to what it shows. */
  static String unmarked(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** Other people's words must not turn into links, mentions or commands that can be tapped. */
  static String withoutAutomaticLinks(String text) {
    return text.replaceAll("([@#$/])(?=\\w)", "$1" + JOINER)
        .replaceAll("(?<=[\\p{L}\\p{N}])\\.(?=[\\p{L}\\p{N}])", JOINER + ".");
  }
}
