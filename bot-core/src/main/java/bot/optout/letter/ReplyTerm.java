package bot.optout.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** To which day, or by how long, an answer is put off. */
final class ReplyTerm {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Period> units = new HashMap<>();
  private final List<String> further;

  ReplyTerm(List<ReplyWords> languages) {
    for (ReplyWords words : languages) {
      for (Month month : Month.values()) {
        months.put(ReplyWord.plain(month.getDisplayName(TextStyle.FULL, words.language())), month);
      }
      numbers.putAll(words.terms().numbers());
      units.putAll(words.terms().units());
    }
    further = languages.stream().flatMap(words -> words.terms().further().stream()).toList();
  }

  /** The last day named, if any is named with its year. */
  Optional<LocalDate> day(ReplySentence sentence) {
    return IntStream.range(0, sentence.size() - 2)
        .boxed()
        .flatMap(at -> dayAt(sentence, at).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> dayAt(ReplySentence sentence, int at) {
    String one = sentence.word(at);
    String two = sentence.word(at + 1);
    String three = sentence.word(at + 2);
    if (months.containsKey(two)) {
      return day(number(three), months.get(two).getValue(), number(one));
    }
    if (months.containsKey(one)) {
      return day(number(three), months.get(one).getValue(), number(two));
    }
    boolean dots = isBefore(sentence, at + 1, ".") && isBefore(sentence, at + 2, ".");
    boolean hyphens = isBefore(sentence, at + 1, "-") && isBefore(sentence, at + 2, "-");
    if (dots) {
      return day(number(three), number(two), number(one));
    }
    return hyphens ? day(number(one), number(two), number(three)) : Optional.empty();
  }

  private static boolean isBefore(ReplySentence sentence, int at, String sign) {
    return sentence.words().get(at).before().strip().equals(sign);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** "24", "24th"; zero for what is no number. */
  private static int number(String word) {
    String digits = word.replaceFirst("(st|nd|rd|th)$", "");
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }

  /** "two further months": the length named with "further", else the last one. */
  Optional<Period> length(ReplySentence sentence) {
    return Stream.of(true, false)
        .flatMap(
            marked ->
                IntStream.range(0, sentence.size())
                    .mapToObj(at -> sentence.size() - 1 - at)
                    .flatMap(at -> lengthAt(sentence, at, marked).stream()))
        .findFirst();
  }

  private Optional<Period> lengthAt(ReplySentence sentence, int at, boolean marked) {
    Period unit = units.get(sentence.word(at));
    if (unit == null) {
      return Optional.empty();
    }
    int first = Math.max(0, at - 3);
    List<String> before = IntStream.range(first, at).mapToObj(sentence::word).toList();
    if (marked && before.stream().noneMatch(further::contains)) {
      return Optional.empty();
    }
    return before.stream()
        .map(word -> numbers.getOrDefault(word, number(word)))
        .filter(count -> count > 0 && count <= 366)
        .findFirst()
        .map(unit::multipliedBy);
  }
}
