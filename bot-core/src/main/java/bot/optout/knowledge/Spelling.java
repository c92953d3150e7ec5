package bot.optout.knowledge;

/** Likeness in spelling: the 3- to 5-letter pieces of all words, hashed into a unit vector. */
final class Spelling implements Embedder {
  /** Enough that two pieces seldom meet, and as good as exact counts in every trial. */
  static final int SIZE = 512;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  @Override
  public float[] embed(String plain) {
    Hashes pieces = new Hashes();
    PlainText.words(plain).forEach(word -> addPieces(word, pieces));
    float[] vector = new float[SIZE];
    pieces.forEach((piece, count) -> Hashing.add(vector, piece, 1 + Math.log(count)));
    Vectors.toUnitLength(vector);
    return vector;
  }

  /** Adds the hash of each piece of a word; its ends count as letters. */
  static void addPieces(String word, Hashes pieces) {
    String padded = " " + word + " ";
    for (int start = 0; start + SHORTEST <= padded.length(); start++) {
      int longest = Math.min(LONGEST, padded.length() - start);
      int hash = 0;
      for (int size = 1; size <= longest; size++) {
        hash = Hashing.followedBy(hash, padded.charAt(start + size - 1));
        if (size >= SHORTEST) {
          pieces.add(hash);
        }
      }
    }
  }
}
