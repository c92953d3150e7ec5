package bot.optout.knowledge;

import java.util.List;

/**
 * A small head on top of meaning and letters: multinomial logistic regression. Texts about anything
 * else are a class of their own, the last one.
 */
final class Head {
  /** Spelling beside meaning: much more would drown it, much less would not see a slip. */
  private static final float LETTERS = 0.3f;

  private final int classes;
  private final float[] weights;

  /**
   * @param weights for each feature one a class; the last row does not depend on a feature
   */
  Head(int topics, float[] weights) {
    this.classes = topics + 1;
    this.weights = weights;
  }

  static Head trainedOn(
      int topics, List<Example> examples, List<Probe> background, int iterations) {
    return new Head(topics, HeadTraining.weights(topics, examples, background, iterations));
  }

  float[] weights() {
    return weights;
  }

  /** The probability of each topic; what is missing to 1 is for anything else. */
  double[] probabilities(Probe probe) {
    double[] probabilities = new double[classes];
    float[] scores = scores(probe, classes, weights);
    toProbabilities(scores);
    for (int i = 0; i < classes; i++) {
      probabilities[i] = scores[i];
    }
    return probabilities;
  }

  static int features(Probe probe) {
    return probe.vector().length + probe.letters().length;
  }

  static float[] scores(Probe probe, int classes, float[] weights) {
    float[] scores = new float[classes];
    float[] letters = new float[classes];
    float[] vector = probe.vector();
    Vectors.addRows(scores, probe.vectorInUse(), vector, weights, 0);
    Vectors.addRows(
        letters, probe.lettersInUse(), probe.letters(), weights, vector.length * classes);
    Vectors.addTimes(scores, LETTERS, letters, 0);
    Vectors.addTimes(scores, 1, weights, features(probe) * classes);
    return scores;
  }

  /** Adds what each feature contributed to the slope, class by class. */
  static void addSlope(Probe probe, float[] misses, float[] slope) {
    float[] vector = probe.vector();
    for (int i : probe.vectorInUse()) {
      Vectors.addTimesAt(slope, i * misses.length, vector[i], misses);
    }
    for (int i : probe.lettersInUse()) {
      float letters = LETTERS * probe.letters()[i];
      Vectors.addTimesAt(slope, (vector.length + i) * misses.length, letters, misses);
    }
    Vectors.addTimesAt(slope, features(probe) * misses.length, 1, misses);
  }

  /** In place. Returns the logarithm of the sum, which the loss needs. */
  static double toProbabilities(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= (float) sum;
    }
    return most + Math.log(sum);
  }
}
