package bot.optout.document;

import java.text.Normalizer;

/**
 * People's text made fit for files: composed letters, ordinary spaces and line ends, and nothing
 * invisible that could turn the direction of what follows.
 */
final class Clean {
  private Clean() {}

  /** Keeps line breaks. */
  static String text(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("\\R", "\n")
        .replaceAll("[\\t\\p{Zs}&&[^\\u00a0\\u202f]]", " ")
        .replaceAll("[\\p{Cf}\\p{Cs}\\p{Cntrl}&&[^\\n]]", "");
  }

  static String line(String text) {
    return text(text).replace('\n', ' ').strip();
  }
}
