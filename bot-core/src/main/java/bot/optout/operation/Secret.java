package bot.optout.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token, a password, a key. Prints as dots and compares in constant time. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The secret itself; never to be logged. */
  public String value() {
    return value;
  }

  /** Compares with what a stranger sent, in a time that does not depend on where they differ. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(bytes(value), bytes(other));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
