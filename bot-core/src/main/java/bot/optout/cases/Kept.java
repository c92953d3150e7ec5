package bot.optout.cases;

import bot.optout.letter.LetterKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the person typed and wanted to have kept with the case. {@code toString} hides it.
 *
 * @param details the draft's fields, as a draft is saved
 * @param texts the letters as they were handed over, at most {@link #MOST_TEXTS}
 * @param quotes sentences of the company, at most {@link #MOST_TEXTS}
 */
public record Kept(Map<String, String> details, List<Text> texts, List<Quote> quotes) {
  static final int MOST_TEXTS = 20;

  public Kept {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
    texts = List.copyOf(texts);
    quotes = List.copyOf(quotes);
  }

  /** A letter. */
  public record Text(LocalDate day, LetterKind letter, String text) {
    @Override
    public String toString() {
      return "Text[" + letter + "]";
    }
  }

  /** What the company wrote, in one sentence. */
  public record Quote(LocalDate day, String text) {
    @Override
    public String toString() {
      return "Quote";
    }
  }

  public static Kept of(Map<String, String> details) {
    return new Kept(details, List.of(), List.of());
  }

  Kept with(Text text) {
    return new Kept(details, newest(texts, text), quotes);
  }

  Kept with(Quote quote) {
    return new Kept(details, texts, newest(quotes, quote));
  }

  private static <T> List<T> newest(List<T> before, T added) {
    List<T> all = new ArrayList<>(before);
    all.add(added);
    return all.subList(Math.max(0, all.size() - MOST_TEXTS), all.size());
  }

  @Override
  public String toString() {
    return "Kept";
  }
}
