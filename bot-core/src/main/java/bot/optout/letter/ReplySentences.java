package bot.optout.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts lines into sentences. Lines that were only wrapped are joined. */
final class ReplySentences {
  private static final int SHORTEST_WRAPPED_LINE = 50;
  private static final int LONGEST_SENTENCE = 800;
  private static final int LONGEST_ABBREVIATION = 8;

  private final Set<String> abbreviations;

  ReplySentences(Set<String> abbreviations) {
    this.abbreviations = Set.copyOf(abbreviations);
  }

  List<ReplySentence> of(List<String> lines) {
    List<ReplySentence> sentences = new ArrayList<>();
    for (String paragraph : paragraphs(lines)) {
      cut(paragraph, sentences);
    }
    return sentences;
  }

  private static List<String> paragraphs(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    String last = "";
    for (String line : lines) {
      if (!isWrapped(last, line)) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
      open.append(open.isEmpty() ? "" : " ").append(line.strip());
      last = line;
    }
    paragraphs.add(open.toString());
    return paragraphs;
  }

  private static boolean isWrapped(String line, String next) {
    return line.length() >= SHORTEST_WRAPPED_LINE
        && !next.isBlank()
        && Character.isLetterOrDigit(next.charAt(0))
        && ".!?:".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  private void cut(String paragraph, List<ReplySentence> sentences) {
    int start = 0;
    for (int at = 0; at < paragraph.length(); at++) {
      if (ends(paragraph, at)) {
        add(paragraph.substring(start, at + 1), sentences);
        start = at + 1;
      }
    }
    add(paragraph.substring(start), sentences);
  }

  /**
   * What goes on for ever is no sentence anybody wrote; it is cut, so that reading stays linear.
   */
  private static void add(String text, List<ReplySentence> sentences) {
    for (int start = 0; start < text.length(); start += LONGEST_SENTENCE) {
      String piece = text.substring(start, Math.min(text.length(), start + LONGEST_SENTENCE));
      ReplySentence sentence = ReplySentence.of(piece.strip());
      if (sentence.size() > 0) {
        sentences.add(sentence);
      }
    }
  }

  private boolean ends(String text, int at) {
    char c = text.charAt(at);
    if (".!?".indexOf(c) < 0
        || (at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)))) {
      return false;
    }
    return c != '.' || !isAbbreviated(wordBefore(text, at));
  }

  private static String wordBefore(String text, int at) {
    int start = at;
    while (start > 0
        && at - start <= LONGEST_ABBREVIATION
        && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, at);
  }

  /** "24.", "Art.", "z." and the like. */
  private boolean isAbbreviated(String word) {
    boolean number = word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
    return !word.isEmpty()
        && (number || letter || abbreviations.contains(word.toLowerCase(Locale.ROOT)));
  }
}
