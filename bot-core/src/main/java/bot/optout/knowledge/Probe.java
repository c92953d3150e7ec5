package bot.optout.knowledge;

/** A question, prepared for comparison: as plain text and as a vector of unit length. */
final class Probe {
  private final String plain;
  private final float[] vector;

  Probe(String plain, float[] vector) {
    this.plain = plain;
    this.vector = vector;
  }

  String plain() {
    return plain;
  }

  float[] vector() {
    return vector;
  }
}
