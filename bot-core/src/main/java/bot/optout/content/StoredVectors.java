package bot.optout.content;

import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.SentenceModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Vectors computed earlier, by a hash of their text; everything else is left to the model. They
 * hold for one model only: vectors of another one are ignored.
 */
final class StoredVectors implements Embedder {
  private static final int FORMAT = 1;

  private final Map<String, float[]> vectors;
  private final Embedder model;

  private StoredVectors(Map<String, float[]> vectors, Embedder model) {
    this.vectors = vectors;
    this.model = model;
  }

  /** The model, but with the vectors the folder brings along. */
  static SentenceModel before(SentenceModel model, ContentFolder folder) {
    Optional<byte[]> file = folder.bytes(ContentFolder.VECTORS);
    Map<String, float[]> vectors = file.map(bytes -> read(bytes, model.id())).orElse(Map.of());
    return model.with(new StoredVectors(vectors, model.embedder()));
  }

  @Override
  public float[] embed(String text) {
    float[] stored = vectors.get(key(text));
    return stored == null ? model.embed(text) : stored.clone();
  }

  static byte[] write(String model, Map<String, float[]> vectorsByText) {
    Map<String, float[]> sorted = new TreeMap<>();
    vectorsByText.forEach((text, vector) -> sorted.put(key(text), vector));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeUTF(model);
      out.writeInt(sorted.size());
      for (Map.Entry<String, float[]> vector : sorted.entrySet()) {
        out.writeUTF(vector.getKey());
        out.writeInt(vector.getValue().length);
        for (float value : vector.getValue()) {
          out.writeFloat(value);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Map<String, float[]> read(byte[] bytes, String model) {
    Map<String, float[]> vectors = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORMAT || !in.readUTF().equals(model)) {
        return Map.of();
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = in.readUTF();
        float[] vector = new float[in.readInt()];
        for (int at = 0; at < vector.length; at++) {
          vector[at] = in.readFloat();
        }
        vectors.put(key, vector);
      }
    } catch (IOException cutShort) {
      // A cut file only costs time: what is missing is computed again.
      return vectors;
    }
    return vectors;
  }

  private static String key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
