package bot.optout.knowledge;

/** A question, prepared for comparison: as plain text, by its meaning and by its letters. */
final class Probe {
  private static final Spelling LETTERS = new Spelling();

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

  /** The places where {@link #letters()} are not zero. */
  int[] lettersInUse() {
    return lettersInUse;
  }
}
