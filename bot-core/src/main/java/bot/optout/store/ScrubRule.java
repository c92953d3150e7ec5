package bot.optout.store;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing to take out of a text. Letters match in either case unless a rule says otherwise. */
record ScrubRule(Pattern pattern, Function<MatchResult, String> replacement) {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /**
   * @param replacement may name groups as in {@link Matcher#replaceAll(String)}
   */
  static ScrubRule of(String pattern, String replacement) {
    return new ScrubRule(Pattern.compile(pattern, FLAGS), match -> replacement);
  }

  static ScrubRule of(String pattern, Function<MatchResult, String> replacement) {
    return new ScrubRule(
        Pattern.compile(pattern, FLAGS),
        match -> Matcher.quoteReplacement(replacement.apply(match)));
  }

  /** Capitals count. */
  static ScrubRule exact(String pattern, String replacement) {
    return new ScrubRule(
        Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), match -> replacement);
  }

  String applyTo(String text) {
    return pattern.matcher(text).replaceAll(replacement);
  }
}
