package bot.optout.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day as people type it: "24.11.2026", "24/11", "24 Nov", "November 24th", "2026-11-24". A
 * day without a year is the last one that is not to come.
 */
final class Days {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2})?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(\\p{L}+)\\.?,?(?: (\\d{4}))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?");
  private static final int SHORTEST_MONTH = 3;

  private Days() {}

  static Optional<LocalDate> read(String typed, Scene scene) {
    String text =
        typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[!?,]+$", "");
    text = text.replaceFirst("^(on|am|the|der|den) ", "");
    if (is(text, Phrase.CHOOSE_TODAY, scene)) {
      return Optional.of(scene.today());
    }
    if (is(text, Phrase.CHOOSE_YESTERDAY, scene)) {
      return Optional.of(scene.today().minusDays(1));
    }
    return iso(text)
        .or(() -> numbers(typed.strip().replaceFirst("^(on|am) ", ""), scene))
        .or(() -> named(typed, scene));
  }

  private static boolean is(String text, Phrase word, Scene scene) {
    return text.equals(scene.say(word).toLowerCase(Locale.ROOT));
  }

  private static Optional<LocalDate> iso(String text) {
    Matcher match = ISO.matcher(text);
    return match.matches()
        ? day(number(match, 1), number(match, 2), number(match, 3))
        : Optional.empty();
  }

  /** Day before month, as everywhere but in the United States. */
  private static Optional<LocalDate> numbers(String text, Scene scene) {
    Matcher match = NUMBERS.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int year = match.group(3) == null ? 0 : number(match, 3);
    return dated(
        year > 0 && year < 100 ? 2000 + year : year, number(match, 2), number(match, 1), scene);
  }

  private static Optional<LocalDate> named(String typed, Scene scene) {
    String text =
        typed.strip().toLowerCase(scene.script().language()).replaceFirst("^(on|am|the) ", "");
    Matcher match = DAY_FIRST.matcher(text);
    if (match.matches()) {
      return month(match.group(2), scene)
          .flatMap(month -> dated(yearOf(match), month.getValue(), number(match, 1), scene));
    }
    Matcher other = MONTH_FIRST.matcher(text);
    return other.matches()
        ? month(other.group(1), scene)
            .flatMap(month -> dated(yearOf(other), month.getValue(), number(other, 2), scene))
        : Optional.empty();
  }

  private static int yearOf(Matcher match) {
    return match.group(3) == null ? 0 : number(match, 3);
  }

  private static Optional<Month> month(String word, Scene scene) {
    if (word.length() < SHORTEST_MONTH) {
      return Optional.empty();
    }
    for (Month month : Month.values()) {
      String name =
          month
              .getDisplayName(TextStyle.FULL, scene.script().language())
              .toLowerCase(scene.script().language());
      if (name.startsWith(word)) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  /** Year 0 means that none was named. */
  private static Optional<LocalDate> dated(int year, int month, int day, Scene scene) {
    int named = year == 0 ? scene.today().getYear() : year;
    Optional<LocalDate> read = day(named, month, day);
    return year == 0 && read.filter(scene.today()::isBefore).isPresent()
        ? day(named - 1, month, day)
        : read;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
