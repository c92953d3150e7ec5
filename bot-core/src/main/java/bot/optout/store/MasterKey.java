package bot.optout.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The 256-bit key that wraps a database's own keys. {@code toString} hides it. */
public final class MasterKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A key as it stands in {@code OPTOUT_ENCRYPTION_KEY}; empty unless it is 32 bytes in base64. */
  public static Optional<MasterKey> parse(String base64) {
    try {
      byte[] decoded = Base64.getDecoder().decode(base64.strip());
      return decoded.length == BYTES ? Optional.of(new MasterKey(decoded)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A new one, for a database that has none. */
  public static MasterKey random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new MasterKey(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
