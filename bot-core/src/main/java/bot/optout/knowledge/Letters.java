package bot.optout.knowledge;

import java.util.HashMap;
import java.util.Map;

/** Likeness in spelling: the 3- to 5-letter pieces of all words, hashed into a unit vector. */
final class Letters implements Embedder {
  /** Enough that two pieces seldom meet, and as good as exact counts in every trial. */
  static final int SIZE = 512;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  @Override
  public float[] embed(String plain) {
    Map<String, Integer> counts = new HashMap<>();
    PlainText.words(plain).forEach(word -> count(word, counts));
    float[] vector = new float[SIZE];
    counts.forEach((piece, count) -> Hashing.add(vector, piece, 1 + Math.log(count)));
    Vectors.toUnitLength(vector);
    return vector;
  }

  static void count(String word, Map<String, Integer> counts) {
    String padded = " " + word + " ";
    for (int size = SHORTEST; size <= LONGEST; size++) {
      for (int start = 0; start + size <= padded.length(); start++) {
        counts.merge(padded.substring(start, start + size), 1, Integer::sum);
      }
    }
  }
}
