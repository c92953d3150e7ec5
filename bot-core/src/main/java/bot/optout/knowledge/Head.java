package bot.optout.knowledge;

import java.util.List;

/**
 * A small head on top of the vectors: ridge regression from a vector to "it is this topic" (1) or
 * not (0). Background texts are no topic. Closed form, so that training takes a fraction of a
 * second and leaving one example out costs one multiplication instead of another training.
 */
final class Head {
  private static final double STIFFNESS = 1.0;

  private final int topics;
  private final float[][] inverse;
  private final float[][] weights;

  private Head(int topics, float[][] inverse, float[][] weights) {
    this.topics = topics;
    this.inverse = inverse;
    this.weights = weights;
  }

  static Head trainedOn(int topics, List<Example> examples, List<float[]> background) {
    int size = examples.get(0).vector().length;
    double[][] gram = new double[size][size];
    examples.forEach(example -> addOuterProduct(gram, example.vector()));
    background.forEach(vector -> addOuterProduct(gram, vector));
    for (int i = 0; i < size; i++) {
      gram[i][i] += STIFFNESS;
    }
    float[][] inverse = Inverse.ofPositiveDefinite(gram);
    float[][] sums = new float[topics][size];
    examples.forEach(example -> Vectors.add(sums[example.topic()], example.vector()));
    float[][] weights = new float[topics][size];
    for (int topic = 0; topic < topics; topic++) {
      weights[topic] = times(inverse, sums[topic]);
    }
    return new Head(topics, inverse, weights);
  }

  /** Near 1 for the topic the vector belongs to, near 0 for the others. */
  double[] fits(float[] vector) {
    double[] fits = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      fits[topic] = Vectors.dot(weights[topic], vector);
    }
    return fits;
  }

  /** The same for one of the examples, as if the head had been trained without it. */
  double[] fitsWithout(Example example) {
    double leverage = Vectors.dot(times(inverse, example.vector()), example.vector());
    double[] fits = fits(example.vector());
    for (int topic = 0; topic < topics; topic++) {
      double target = topic == example.topic() ? 1 : 0;
      fits[topic] = (fits[topic] - leverage * target) / (1 - leverage);
    }
    return fits;
  }

  /** Only the lower half, which is all that is read of a symmetric matrix. */
  private static void addOuterProduct(double[][] gram, float[] vector) {
    for (int i = 0; i < vector.length; i++) {
      double[] row = gram[i];
      float factor = vector[i];
      for (int j = 0; j <= i; j++) {
        row[j] += factor * vector[j];
      }
    }
  }

  private static float[] times(float[][] matrix, float[] vector) {
    float[] product = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      product[i] = (float) Vectors.dot(matrix[i], vector);
    }
    return product;
  }
}
