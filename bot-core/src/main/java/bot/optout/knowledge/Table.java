package bot.optout.knowledge;

import java.util.List;
import java.util.function.Function;

/**
 * Many vectors of one length, kept place by place: one more vector is compared with all of them in
 * a few long, straight loops instead of many short ones.
 */
final class Table {
  private final int vectors;
  private final float[] places;

  private Table(int vectors, float[] places) {
    this.vectors = vectors;
    this.places = places;
  }

  /** What the texts mean. */
  static Table ofMeaning(List<Probe> texts, int size) {
    return of(texts, size, Probe::vector, Probe::vectorInUse);
  }

  /** How the texts are spelt. */
  static Table ofSpelling(List<Probe> texts, int size) {
    return of(texts, size, Probe::letters, Probe::lettersInUse);
  }

  private static Table of(
      List<Probe> texts, int size, Function<Probe, float[]> of, Function<Probe, int[]> inUse) {
    int vectors = texts.size();
    float[] places = new float[size * vectors];
    for (int i = 0; i < vectors; i++) {
      float[] vector = of.apply(texts.get(i));
      for (int place : inUse.apply(texts.get(i))) {
        places[place * vectors + i] = vector[place];
      }
    }
    return new Table(vectors, places);
  }

  /**
   * The dot product of a vector with each of these, in their order.
   *
   * @param inUse the places where it is not zero
   */
  float[] dots(float[] vector, int[] inUse) {
    float[] dots = new float[vectors];
    Vectors.addRows(dots, inUse, vector, places, 0);
    return dots;
  }
}
