package bot.optout.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM, a value at a time: one format byte, 12 bytes of nonce, the ciphertext and its tag. A
 * value is bound to the column it was sealed for and opens nowhere else.
 */
final class Seal {
  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  Seal(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  byte[] seal(String column, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, column, nonce).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is missing", impossible);
    }
  }

  /** Empty if the value was sealed with another key, for another column, or changed since. */
  Optional<byte[]> open(String column, byte[] sealed) {
    if (sealed.length <= 1 + NONCE || sealed[0] != FORMAT) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    try {
      int start = 1 + NONCE;
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, column, nonce).doFinal(sealed, start, sealed.length - start));
    } catch (AEADBadTagException otherKey) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is missing", impossible);
    }
  }

  private Cipher cipher(int mode, String column, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(column.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
