package bot.optout.knowledge;

import java.util.List;

/** The middle of each topic: the sum of its unit vectors, and how many there are. */
final class Topics {
  private final float[][] sums;
  private final double[] squaredLengths;
  private final int[] counts;

  private Topics(float[][] sums, double[] squaredLengths, int[] counts) {
    this.sums = sums;
    this.squaredLengths = squaredLengths;
    this.counts = counts;
  }

  static Topics of(int topics, List<Example> examples) {
    float[][] sums = new float[topics][examples.get(0).vector().length];
    int[] counts = new int[topics];
    for (Example example : examples) {
      Vectors.add(sums[example.topic()], example.vector());
      counts[example.topic()]++;
    }
    double[] squaredLengths = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      squaredLengths[topic] = Vectors.dot(sums[topic], sums[topic]);
    }
    return new Topics(sums, squaredLengths, counts);
  }

  int size() {
    return sums.length;
  }

  double meanCosine(int topic, float[] vector) {
    return cosine(Vectors.dot(sums[topic], vector), squaredLengths[topic]);
  }

  /** The same for a unit vector that belongs to the topic, as if it did not. */
  double meanCosineWithout(int topic, float[] vector) {
    if (counts[topic] == 1) {
      return 0;
    }
    // |sum - v|² = |sum|² - 2 sum·v + |v|², and |v| is 1.
    double dot = Vectors.dot(sums[topic], vector);
    return cosine(dot - 1, squaredLengths[topic] - 2 * dot + 1);
  }

  private static double cosine(double dot, double squaredLength) {
    return squaredLength <= 0 ? 0 : dot / Math.sqrt(squaredLength);
  }
}
