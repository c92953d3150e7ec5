package bot.optout.letter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of an answer as it is compared: lower case, umlauts spelt out, apostrophes straight.
 *
 * @param before the signs between it and the word before
 */
record ReplyWord(String text, String before) {
  /** The words of a text, with what stands between them. */
  static List<ReplyWord> all(String text) {
    List<ReplyWord> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    StringBuilder between = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isPartOf(text, i, c)) {
        word.append(c);
        continue;
      }
      if (!word.isEmpty()) {
        words.add(new ReplyWord(plain(word.toString()), between.toString()));
        word.setLength(0);
        between.setLength(0);
      }
      between.append(c);
    }
    return words;
  }

  private static boolean isPartOf(String text, int i, char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || ((c == '\'' || c == '’')
            && i > 0
            && Character.isLetter(text.charAt(i - 1))
            && i + 1 < text.length()
            && Character.isLetter(text.charAt(i + 1)));
  }

  static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss");
  }

  boolean afterComma() {
    return before.indexOf(',') >= 0;
  }

  /** After a sign that parts two statements. Dashes and brackets may stand in the middle of one. */
  boolean afterCut() {
    return before.chars().anyMatch(c -> ";:|•·".indexOf(c) >= 0);
  }

  /** Of what a person pasted. */
  @Override
  public String toString() {
    return "ReplyWord";
  }
}
