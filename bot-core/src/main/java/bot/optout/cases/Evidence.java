package bot.optout.cases;

import bot.optout.letter.LetterKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * That a certain text existed on a certain day.
 *
 * @param sha256 of the text in UTF-8, as 64 hexadecimal digits
 */
public record Evidence(LocalDate day, LetterKind letter, String sha256) {
  /** Of that text, which itself is not kept. */
  public static Evidence of(LocalDate day, LetterKind letter, String text) {
    return new Evidence(day, letter, sha256(text));
  }

  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is missing", impossible);
    }
  }
}
