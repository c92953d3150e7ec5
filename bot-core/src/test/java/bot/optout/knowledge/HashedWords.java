package bot.optout.knowledge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stand-in for the sentence model: words and their beginnings, hashed into a vector. Fast. */
public final class HashedWords implements Embedder {
  private static final int SIZE = 256;
  private static final int BEGINNING = 4;

  /** What was learned once in a run of tests need not be learned again. */
  private static final Map<String, float[]> LEARNT = new ConcurrentHashMap<>();

  private HashedWords() {}

  public static SentenceModel model() {
    return new SentenceModel("hashed-words", Set.of("en"), Set.of(), new HashedWords())
        .with((origin, compute) -> LEARNT.computeIfAbsent(origin, it -> compute.get()).clone());
  }

  @Override
  public float[] embed(String text) {
    float[] vector = new float[SIZE];
    for (String word : PlainText.words(text)) {
      vector[Math.floorMod(word.hashCode(), SIZE)] += 1;
      String beginning = word.substring(0, Math.min(BEGINNING, word.length()));
      vector[Math.floorMod(beginning.hashCode() * 31, SIZE)] += 0.5f;
    }
    float length = (float) Math.sqrt(Vectors.dot(vector, vector));
    for (int i = 0; length > 0 && i < SIZE; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
