package bot.optout.store;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a text what may tell who wrote it, and leaves what they asked. Rather too much than
 * too little goes. Scrubbing again changes nothing.
 */
public final class Scrub {
  /** A question is short; what is longer was pasted, and is likely to name people. */
  static final int LONGEST = 500;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
  private static final List<ScrubRule> RULES =
      Stream.of(ScrubAddresses.RULES, ScrubNames.RULES, ScrubNumbers.RULES)
          .flatMap(List::stream)
          .toList();

  private Scrub() {}

  /** On one line, without what a terminal might obey. */
  public static String text(String written) {
    // First of all, so that look-alikes and hidden characters do not get past the rules.
    String plain =
        UNSEEN.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    String text = SPACE.matcher(plain).replaceAll(" ").strip();
    for (ScrubRule rule : RULES) {
      text = rule.applyTo(text);
    }
    return shortened(text);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end).strip() + "…";
  }
}
