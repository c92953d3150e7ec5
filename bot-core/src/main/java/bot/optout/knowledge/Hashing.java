package bot.optout.knowledge;

/**
 * Pieces of text as places in a vector of fixed size. Half of them count downwards, so clashes
 * cancel.
 */
final class Hashing {
  /** Fibonacci's multiplier: spreads neighbouring hashes over all places. */
  private static final int SPREAD = 0x9E3779B9;

  private static final int NEXT = 31;

  private Hashing() {}

  /** The hash of a text that goes on with a letter; an empty text has the hash 0. */
  static int followedBy(int hash, char letter) {
    return NEXT * hash + letter;
  }

  static int followedBy(int hash, String text) {
    int longer = hash;
    for (int i = 0; i < text.length(); i++) {
      longer = followedBy(longer, text.charAt(i));
    }
    return longer;
  }

  static void add(float[] vector, int hash, double weight) {
    int spread = spread(hash);
    vector[place(spread, vector.length)] += (float) (spread < 0 ? -weight : weight);
  }

  private static int place(int hash, int size) {
    return Integer.remainderUnsigned(hash & Integer.MAX_VALUE, size);
  }

  private static int spread(int hash) {
    int spread = hash * SPREAD;
    spread ^= spread >>> 15;
    spread *= SPREAD;
    return spread ^ (spread >>> 13);
  }
}
