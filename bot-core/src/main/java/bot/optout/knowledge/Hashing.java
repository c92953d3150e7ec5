package bot.optout.knowledge;

/** Words as places in a vector of fixed size. Half of them count downwards, so clashes cancel. */
final class Hashing {
  /** Fibonacci's multiplier: spreads neighbouring hashes over all places. */
  private static final int SPREAD = 0x9E3779B9;

  private Hashing() {}

  static void add(float[] vector, String text, double weight) {
    int hash = hash(text);
    vector[place(hash, vector.length)] += (float) (hash < 0 ? -weight : weight);
  }

  private static int place(int hash, int size) {
    return Integer.remainderUnsigned(hash & Integer.MAX_VALUE, size);
  }

  private static int hash(String text) {
    int spread = text.hashCode() * SPREAD;
    spread ^= spread >>> 15;
    spread *= SPREAD;
    return spread ^ (spread >>> 13);
  }
}
