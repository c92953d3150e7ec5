package bot.optout.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Breaks a text into lines so that the right edge is as even as possible, over the whole paragraph
 * and not line by line. Never between "Art." and its number; inside a word only if it is too long
 * for any line.
 */
final class LineBreaks {
  private static final Pattern BEFORE_A_NUMBER = Pattern.compile("\\P{L}*(\\p{L}{1,4}\\.|§§?) ");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}\\. ");

  /** A last line shorter than this part of the width looks lost. */
  private static final float LOST = 0.18f;

  private static final double LOST_COST = 0.5;

  private final Type type;
  private final float width;
  private final Locale language;

  LineBreaks(Type type, float width, Locale language) {
    this.type = type;
    this.width = width;
    this.language = language;
  }

  /** Line breaks of the text are kept; an empty text has no lines. */
  List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    Clean.text(text).lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(
        line -> lines.addAll(paragraph(type.face().showable(line))));
    return lines;
  }

  private List<Line> paragraph(String text) {
    List<String> words = fitting(words(text));
    int count = words.size();
    double[] cost = new double[count + 1];
    int[] end = new int[count];
    for (int first = count - 1; first >= 0; first--) {
      cost[first] = Double.POSITIVE_INFINITY;
      float used = 0;
      for (int last = first; last < count; last++) {
        float line = used + type.width(words.get(last).stripTrailing());
        if (line > width && last > first) {
          break;
        }
        double total = badness(line, words, last) + cost[last + 1];
        if (total < cost[first]) {
          cost[first] = total;
          end[first] = last + 1;
        }
        used += type.width(words.get(last));
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int first = 0; first < count; first = end[first]) {
      String line = String.join("", words.subList(first, end[first]));
      lines.add(new Line(line.stripTrailing(), line.endsWith(" ")));
    }
    return lines;
  }

  private double badness(float line, List<String> words, int last) {
    double slack = Math.max(0, (width - line) / width);
    if (last == words.size() - 1) {
      return slack > 1 - LOST ? LOST_COST : 0;
    }
    // A line that ends inside a word costs a little, a short one more and more.
    return slack * slack * 10 + (words.get(last).endsWith(" ") ? 0.02 : 0.1);
  }

  /** Where a line may end, the space before it included. */
  private List<String> words(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(language);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String word = text.substring(start, end);
      if (!words.isEmpty() && belongTogether(words.get(words.size() - 1), word)) {
        words.set(words.size() - 1, words.get(words.size() - 1) + word);
      } else {
        words.add(word);
      }
      start = end;
    }
    return words;
  }

  private static boolean belongTogether(String before, String after) {
    if (Character.isDigit(after.codePointAt(0))) {
      return BEFORE_A_NUMBER.matcher(before).matches() || !before.endsWith(" ");
    }
    boolean shortHead = before.endsWith("-") && before.length() <= 3;
    return DAY.matcher(before).matches() || shortHead;
  }

  private List<String> fitting(List<String> words) {
    return words.stream().flatMap(word -> pieces(word).stream()).toList();
  }

  private List<String> pieces(String word) {
    if (type.width(word.stripTrailing()) <= width) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    BreakIterator characters = BreakIterator.getCharacterInstance(language);
    characters.setText(word);
    int start = 0;
    int end = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (type.width(word.substring(start, next).stripTrailing()) > width && end > start) {
        pieces.add(word.substring(start, end));
        start = end;
      }
      end = next;
    }
    pieces.add(word.substring(start));
    return Collections.unmodifiableList(pieces);
  }
}
