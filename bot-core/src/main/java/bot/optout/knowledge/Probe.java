package bot.optout.knowledge;

/** A question, prepared for comparison: as plain text, by its meaning and by its letters. */
final class Probe {
  private static final Letters LETTERS = new Letters();

  /** A vector with so few places in use is quicker place by place. */
  private static final int SPARSE = 4;

  private final String plain;
  private final float[] vector;
  private final float[] letters;
  private final int[] vectorInUse;
  private final int[] lettersInUse;

  /**
   * @param vector the meaning, of unit length
   */
  Probe(String plain, float[] vector) {
    this.plain = plain;
    this.vector = vector;
    this.vectorInUse = Vectors.placesInUse(vector);
    this.letters = LETTERS.embed(plain);
    this.lettersInUse = Vectors.placesInUse(letters);
  }

  String plain() {
    return plain;
  }

  float[] vector() {
    return vector;
  }

  float[] letters() {
    return letters;
  }

  /** The places where {@link #vector()} is not zero. */
  int[] vectorInUse() {
    return vectorInUse;
  }

  double likenessInMeaning(Probe other) {
    return vectorInUse.length < vector.length / SPARSE
        ? Vectors.dotAt(vectorInUse, vector, other.vector)
        : Vectors.dot(vector, other.vector);
  }

  /** The places where {@link #letters()} are not zero. */
  int[] lettersInUse() {
    return lettersInUse;
  }

  double likenessInSpelling(Probe other) {
    return Vectors.dotAt(lettersInUse, letters, other.letters);
  }
}
