package bot.optout.slack;

import bot.optout.operation.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Slack's requests from others': signature version 0 over the bytes as they came, at most
 * five minutes old or ahead, and each only once. Who holds a copy of a request gets nothing for it.
 */
final class SlackSignature {
  private static final String HMAC = "HmacSHA256";
  private static final String VERSION = "v0";
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int REMEMBERED = 200_000;

  private final SecretKeySpec key;
  private final Clock clock;

  /** What was signed within the window, and when it may be forgotten; in the order of coming. */
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  SlackSignature(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC);
    this.clock = clock;
  }

  /** Whether this is Slack's, and comes for the first time; then it counts as seen. */
  boolean admits(Optional<String> timestamp, Optional<String> signature, byte[] body) {
    Optional<Instant> time =
        timestamp
            .filter(text -> text.matches("\\d{1,12}"))
            .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    if (time.isEmpty() || signature.isEmpty() || isOutside(time.get())) {
      return false;
    }
    String expected = of(timestamp.orElse(""), body);
    return MessageDigest.isEqual(bytes(expected), bytes(signature.get()))
        && remember(expected, time.get());
  }

  /** It could not be taken, so it may come again as it is. */
  synchronized void forget(Optional<String> timestamp, byte[] body) {
    seen.remove(of(timestamp.orElse(""), body));
  }

  private boolean isOutside(Instant time) {
    return Duration.between(time, clock.instant()).abs().compareTo(WINDOW) > 0;
  }

  private synchronized boolean remember(String signature, Instant time) {
    forgetUntil(clock.instant());
    if (seen.size() >= REMEMBERED) {
      return false;
    }
    return seen.putIfAbsent(signature, time.plus(WINDOW)) == null;
  }

  /** From the front, up to one that still counts: what is behind it came later. */
  private void forgetUntil(Instant now) {
    Iterator<Instant> oldest = seen.values().iterator();
    while (oldest.hasNext() && now.isAfter(oldest.next())) {
      oldest.remove();
    }
  }

  private String of(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(bytes(VERSION + ":" + timestamp + ":"));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(HMAC + " is missing", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
