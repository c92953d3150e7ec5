package bot.optout.store;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers and codes that belong to one person; dates and articles of law stay. */
final class ScrubNumbers {
  private static final String NUMBER = "[number]";
  private static final String ADDRESS = "[address]";
  private static final String DATE = "[date]";

  /** From here on a date is about the matter; before, it is likely a birthday. */
  private static final int MATTER_BEGINS = 2016;

  private static final int PHONE_DIGITS = 7;

  private static final Pattern LAW =
      Pattern.compile("(?:19|20)\\d\\d/\\d{1,4}|\\d{1,4}/(?:19|20)\\d\\d");
  private static final Pattern DAY =
      Pattern.compile(
          "((?:19|20)\\d\\d)[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])"
              + "|(?:0?[1-9]|[12]\\d|3[01])[-./] ?(?:0?[1-9]|[12]\\d|3[01])[-./] ?((?:19|20)\\d\\d)");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3}){0,4}[.,]000");
  private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d ?- ?(?:19|20)\\d\\d");

  static final List<ScrubRule> RULES =
      List.of(
          ScrubRule.of(
              "\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\\b(?<=\\d\\w{0,3})",
              "[account]"),
          // Tokens, UUIDs, hashes: long, and letters mixed with digits.
          ScrubRule.of(
              "(?<![\\w-])(?=[\\w-]{0,100}\\d)(?=[\\w-]{0,100}\\p{L})[\\w-]{20,}", "[code]"),
          ScrubRule.of("\\b\\d{6,}:[\\w-]{20,}", "[code]"),
          ScrubRule.of("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b", NUMBER),
          ScrubRule.of(
              "\\b((?:born|birthday|birthdate|date of birth|dob|geboren|geburtstag|geburtsdatum)"
                  + "(?: is| ist)?(?: on| in| am| im)?:? ?)[\\p{L}\\d][\\p{L}\\d./, -]{0,20}\\d{2,4}",
              match -> match.group(1) + DATE),
          ScrubRule.of(
              "\\b\\p{L}[\\p{L}-]{1,40}(?:stra(?:ß|ss)e|str\\.?|weg|gasse|allee|platz|ring|damm|ufer)"
                  + " ?\\d{1,4} ?[a-z]?\\b",
              ADDRESS),
          ScrubRule.exact(
              "\\b\\d{1,5}[a-zA-Z]? (?:\\p{Lu}[\\p{L}'-]{1,30} ){1,3}(?i:street|st|road|rd|avenue|ave"
                  + "|lane|ln|drive|dr|court|ct|way|close|boulevard|blvd|square|terrace)\\b\\.?",
              ADDRESS),
          ScrubRule.exact(
              "\\b(?!(?:19|20)\\d\\d )(?:[A-Z]{1,2}-)?\\d{4,5} (?!GDPR|DSGVO|AI|KI|EU|Meta|Facebook"
                  + "|Instagram|WhatsApp|Euro|EUR|USD|Mark)\\p{Lu}\\p{L}{2,40}",
              ADDRESS),
          ScrubRule.exact("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", ADDRESS),
          ScrubRule.of(
              "(?<![\\w])\\+?\\(?\\d[\\d ()/.,\\u2010-\\u2015-]{3,40}\\d(?!\\w)",
              ScrubNumbers::number),
          ScrubRule.of("\\d{6,}", NUMBER));

  private ScrubNumbers() {}

  /** Digits with separators between them: a date, a law, a count of people, or a phone number. */
  private static String number(MatchResult match) {
    String text = match.group();
    var day = DAY.matcher(text);
    if (day.matches()) {
      String year = day.group(1) == null ? day.group(2) : day.group(1);
      return Integer.parseInt(year) < MATTER_BEGINS ? DATE : text;
    }
    boolean harmless =
        LAW.matcher(text).matches()
            || YEARS.matcher(text).matches()
            || THOUSANDS.matcher(text).matches();
    long digits = text.chars().filter(Character::isDigit).count();
    if (harmless || digits < PHONE_DIGITS) {
      return text;
    }
    return text.startsWith("+") || text.startsWith("0") ? "[phone]" : NUMBER;
  }
}
