package bot.optout.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Turns what is personal into what may be stored, and back. Columns are named table.column. */
final class Vault {
  private static final String HMAC = "HmacSHA256";

  private final Seal seal;
  private final SecretKeySpec lookup;

  Vault(Seal seal, byte[] lookupKey) {
    this.seal = seal;
    this.lookup = new SecretKeySpec(lookupKey, HMAC);
  }

  byte[] seal(String column, String text) {
    return seal.seal(column, text.getBytes(StandardCharsets.UTF_8));
  }

  /** For a column that may be null. */
  byte @Nullable [] seal(String column, Optional<String> text) {
    return text.map(value -> seal(column, value)).orElse(null);
  }

  String open(String column, byte[] sealed) {
    return new String(opened(column, sealed), StandardCharsets.UTF_8);
  }

  Optional<String> openIfAny(String column, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(value -> open(column, value));
  }

  byte[] sealKey(String column, ConversationKey key) {
    return seal.seal(column, joined(key.platform(), key.tenant(), key.chat(), key.person()));
  }

  ConversationKey openKey(String column, byte[] sealed) {
    byte[] bytes = opened(column, sealed);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ConversationKey(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  byte[] hash(ConversationKey key) {
    return hashed("conversation", key.platform(), key.tenant(), key.chat(), key.person());
  }

  byte[] hash(PersonKey key) {
    return hashed("person", key.platform(), key.tenant(), key.person());
  }

  byte[] hash(TenantKey key) {
    return hashed("tenant", key.platform(), key.tenant());
  }

  byte[] hashOfArrival(NewEvent event) {
    ConversationKey key = event.conversation();
    return hashed("arrival", key.platform(), key.tenant(), event.dedupeKey());
  }

  byte[] hashOfTimer(NewEvent event) {
    ConversationKey key = event.conversation();
    return hashed(
        "timer", key.platform(), key.tenant(), key.chat(), key.person(), event.dedupeKey());
  }

  private byte[] opened(String column, byte[] sealed) {
    return seal.open(column, sealed)
        .orElseThrow(
            () -> new StoreException("a value of " + column + " was changed from outside"));
  }

  private byte[] hashed(String... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(lookup);
      return mac.doFinal(joined(parts));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(HMAC + " is missing", impossible);
    }
  }

  /** Each part with its length before it, so that no two lists of parts give the same bytes. */
  private static byte[] joined(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String part : parts) {
        out.writeUTF(part);
      }
    } catch (IOException tooLong) {
      throw new UncheckedIOException(tooLong);
    }
    return bytes.toByteArray();
  }
}
