package bot.optout.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** "e-mail" is not broken after its first letter. */
  private static final int SHORT_HEAD = 3;

  private static final String BREAK_AFTER = "-‐–—/";

  /**
   * What is never broken.
   *
   * @param width with the space at its end
   * @param ink without it
   */
  private record Word(String text, float width, float ink) {}

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
    Clean.text(text)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.addAll(paragraph(type.face().showable(line))));
    return lines;
  }

  private List<Line> paragraph(String text) {
    List<Word> words = words(text).stream().flatMap(word -> pieces(word).stream()).toList();
    int[] ends = ends(words);
    List<Line> lines = new ArrayList<>();
    for (int first = 0; first < words.size(); first = ends[first]) {
      lines.add(line(words.subList(first, ends[first])));
    }
    return lines;
  }

  private static Line line(List<Word> words) {
    String text = words.stream().map(Word::text).collect(Collectors.joining());
    return new Line(text.stripTrailing(), text.endsWith(" "));
  }

  /** For each word a line could begin with: the end of the best line, seen from the end. */
  private int[] ends(List<Word> words) {
    int count = words.size();
    double[] cost = new double[count + 1];
    int[] end = new int[count];
    for (int first = count - 1; first >= 0; first--) {
      cost[first] = Double.POSITIVE_INFINITY;
      float used = 0;
      for (int last = first; last < count; last++) {
        float line = used + words.get(last).ink();
        if (line > width && last > first) {
          break;
        }
        boolean isLast = last == count - 1;
        double total = badness(line, words.get(last), isLast) + cost[last + 1];
        if (total < cost[first]) {
          cost[first] = total;
          end[first] = last + 1;
        }
        used += words.get(last).width();
      }
    }
    return end;
  }

  private double badness(float line, Word word, boolean isLast) {
    double slack = Math.max(0, (width - line) / width);
    if (isLast) {
      return slack > 1 - LOST ? LOST_COST : 0;
    }
    // A line costs a little, one that ends inside a word some more, a short one more and more.
    return slack * slack * 10 + (word.text().endsWith(" ") ? 0.02 : 0.1);
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
    char last = before.charAt(before.length() - 1);
    if (last != ' ') {
      return BREAK_AFTER.indexOf(last) < 0 || before.length() <= SHORT_HEAD;
    }
    boolean number = Character.isDigit(after.codePointAt(0));
    return (number && BEFORE_A_NUMBER.matcher(before).matches()) || DAY.matcher(before).matches();
  }

  /** The word, cut only if it is too long for any line. */
  private List<Word> pieces(String word) {
    Word whole = word(word);
    if (whole.ink() <= width) {
      return List.of(whole);
    }
    List<Word> pieces = new ArrayList<>();
    BreakIterator characters = BreakIterator.getCharacterInstance(language);
    characters.setText(word);
    int start = 0;
    int end = 0;
    float used = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      float character = type.width(word.substring(end, next));
      if (used + character > width && end > start) {
        pieces.add(word(word.substring(start, end)));
        start = end;
        used = 0;
      }
      used += character;
      end = next;
    }
    pieces.add(word(word.substring(start)));
    return pieces;
  }

  private Word word(String text) {
    return new Word(text, type.width(text), type.width(text.stripTrailing()));
  }
}
