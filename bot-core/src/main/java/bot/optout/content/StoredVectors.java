package bot.optout.content;

import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.Memory;
import bot.optout.knowledge.SentenceModel;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Vectors, and what was learned from them, computed earlier; by a hash of what they came from. All
 * else is computed and remembered. They hold for one model only: those of another are ignored.
 */
final class StoredVectors implements Embedder, Memory {
  private static final int FORMAT = 2;

  private final SentenceModel model;
  private final Map<String, float[]> stored;
  private final Map<String, float[]> used = new ConcurrentHashMap<>();

  private StoredVectors(SentenceModel model, Map<String, float[]> stored) {
    this.model = model;
    this.stored = stored;
  }

  /** What the files hold for this model; a file that is of no use only costs time. */
  static StoredVectors of(SentenceModel model, Iterable<byte[]> files) {
    Map<String, float[]> stored = new HashMap<>();
    files.forEach(file -> stored.putAll(read(file, model.id())));
    return new StoredVectors(model, stored);
  }

  /** The model, but asked only for what is not known yet. */
  SentenceModel model() {
    return model.with((Embedder) this).with((Memory) this);
  }

  @Override
  public float[] embed(String text) {
    return known("vector " + text, () -> model.embedder().embed(text));
  }

  @Override
  public float[] recall(String origin, Supplier<float[]> compute) {
    return known(origin, () -> model.memory().recall(origin, compute));
  }

  private float[] known(String origin, Supplier<float[]> compute) {
    String key = key(origin);
    float[] known = stored.get(key);
    float[] numbers = known == null ? compute.get() : known;
    used.put(key, numbers);
    return numbers.clone();
  }

  /** Whether anything had to be computed. */
  boolean grown() {
    return !stored.keySet().containsAll(used.keySet());
  }

  /** A file with everything that was asked for; the same bytes for the same content. */
  byte[] file() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeUTF(model.id());
      out.writeInt(used.size());
      for (Map.Entry<String, float[]> it : new TreeMap<>(used).entrySet()) {
        out.writeUTF(it.getKey());
        out.writeInt(it.getValue().length);
        ByteBuffer numbers = ByteBuffer.allocate(it.getValue().length * Float.BYTES);
        numbers.asFloatBuffer().put(it.getValue());
        out.write(numbers.array());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Map<String, float[]> read(byte[] file, String model) {
    Map<String, float[]> numbers = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(file)))) {
      if (in.readInt() != FORMAT || !in.readUTF().equals(model)) {
        return Map.of();
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = in.readUTF();
        byte[] bytes = new byte[in.readInt() * Float.BYTES];
        in.readFully(bytes);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        numbers.put(key, values);
      }
    } catch (IOException | RuntimeException cutShort) {
      // Rather nothing than half: what is missing is computed again.
      return Map.of();
    }
    return numbers;
  }

  private static String key(String origin) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
