package bot.optout.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as the engine compares it: lower case, no emoji, single spaces, plain quotes. */
final class PlainText {
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc\u00b4`]");
  private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb\"]");
  private static final Pattern NEITHER_WORD_NOR_SIGN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{Sc}+<>=/&]+");
  private static final Pattern STRETCHED_LETTER = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Pattern STRETCHED_SIGN = Pattern.compile("(\\p{P})\\1+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isPlain(lower) ? lower : madePlain(lower);
  }

  /** Most texts are plain already, and looking is quicker than replacing nothing six times. */
  private static boolean isPlain(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean word = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
      boolean between = sign == ' ' || sign == '\'' || sign == '?' || sign == '.' || sign == ',';
      boolean stretched = sign == last && (!word || (i > 1 && text.charAt(i - 2) == sign));
      if (stretched || !(word || between)) {
        return false;
      }
      last = sign;
    }
    return last != ' ';
  }

  private static String madePlain(String lower) {
    String plain = Normalizer.normalize(lower, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = APOSTROPHES.matcher(plain).replaceAll("'");
    plain = QUOTES.matcher(plain).replaceAll(" ");
    plain = NEITHER_WORD_NOR_SIGN.matcher(plain).replaceAll(" ");
    plain = STRETCHED_LETTER.matcher(plain).replaceAll("$1$1");
    plain = STRETCHED_SIGN.matcher(plain).replaceAll("$1");
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  /** The words of a plain text, without the signs between them. */
  static List<String> words(String plain) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < plain.length()) {
      int sign = plain.codePointAt(at);
      int next = at + Character.charCount(sign);
      if (!isPartOfWord(sign)) {
        add(words, plain, start, at);
        start = next;
      }
      at = next;
    }
    add(words, plain, start, at);
    return words;
  }

  private static void add(List<String> words, String plain, int start, int end) {
    if (end > start) {
      words.add(plain.substring(start, end));
    }
  }

  /** Spelling, marks and numbers are the first of Unicode's types. */
  private static boolean isPartOfWord(int sign) {
    int type = Character.getType(sign);
    return sign == '\'' || (type > Character.UNASSIGNED && type <= Character.OTHER_NUMBER);
  }

  /** The words in one line: equal for texts that differ in signs only. */
  static String wordsOnly(String plain) {
    return String.join(" ", words(plain));
  }
}
