package bot.optout.knowledge;

import java.util.stream.IntStream;

/** Arithmetic on vectors of equal length. */
final class Vectors {
  private Vectors() {}

  static double dot(float[] a, float[] b) {
    // Four sums side by side: one alone would wait for its own last addition each time.
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  static void add(float[] sum, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  /** Adds a multiple of a part of one array to the start of another. */
  static void addTimes(float[] sum, float factor, float[] values, int from) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[from + i];
    }
  }

  /** Adds a multiple of an array to a part of another. */
  static void addTimesAt(float[] sum, int from, float factor, float[] values) {
    for (int i = 0; i < values.length; i++) {
      sum[from + i] += factor * values[i];
    }
  }

  /** The dot product over some places only; for a vector that is zero everywhere else. */
  static double dotAt(int[] places, float[] a, float[] b) {
    float sum = 0;
    for (int place : places) {
      sum += a[place] * b[place];
    }
    return sum;
  }

  static int[] placesInUse(float[] vector) {
    return IntStream.range(0, vector.length).filter(i -> vector[i] != 0).toArray();
  }

  static void toUnitLength(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    for (int i = 0; length > 0 && i < vector.length; i++) {
      vector[i] /= length;
    }
  }
}
