package bot.optout.slack;

import bot.optout.operation.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof that whoever comes back from Slack is who left for it: a signed number, of which the
 * browser keeps a copy. Nothing is stored, so any replica knows it again.
 */
final class InstallState {
  static final Duration AGE = Duration.ofMinutes(10);
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 24;

  private final SecretKeySpec key;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  InstallState(Secret clientSecret, Clock clock) {
    this.key = new SecretKeySpec(bytes("install state " + clientSecret.value()), HMAC);
    this.clock = clock;
  }

  String issue() {
    byte[] number = new byte[BYTES];
    random.nextBytes(number);
    String text =
        Base64.getUrlEncoder().withoutPadding().encodeToString(number)
            + "."
            + clock.instant().plus(AGE).getEpochSecond();
    return text + "." + signature(text);
  }

  /**
   * @param kept what the browser kept
   */
  boolean isGood(Optional<String> state, Optional<String> kept) {
    if (state.isEmpty() || kept.isEmpty()) {
      return false;
    }
    int dot = state.get().lastIndexOf('.');
    String text = state.get().substring(0, Math.max(dot, 0));
    return MessageDigest.isEqual(bytes(state.get()), bytes(kept.get()))
        && MessageDigest.isEqual(bytes(state.get().substring(dot + 1)), bytes(signature(text)))
        && isFresh(text.substring(text.lastIndexOf('.') + 1));
  }

  private boolean isFresh(String until) {
    return until.matches("\\d{1,12}") && clock.instant().getEpochSecond() <= Long.parseLong(until);
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(HMAC + " is missing", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
