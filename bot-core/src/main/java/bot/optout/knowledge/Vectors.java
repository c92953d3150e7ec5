package bot.optout.knowledge;

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

  /**
   * Adds rows of a matrix, each times a factor. Four at once, so that each sum is fetched and put
   * back a quarter as often.
   *
   * @param sum as long as a row
   * @param rows which ones
   * @param factors by row
   * @param matrix row by row
   * @param from where in it the row 0 begins
   */
  static void addRows(float[] sum, int[] rows, float[] factors, float[] matrix, int from) {
    int width = sum.length;
    int next = 0;
    for (; next + 3 < rows.length; next += 4) {
      float factor0 = factors[rows[next]];
      float factor1 = factors[rows[next + 1]];
      float factor2 = factors[rows[next + 2]];
      float factor3 = factors[rows[next + 3]];
      int row0 = from + rows[next] * width;
      int row1 = from + rows[next + 1] * width;
      int row2 = from + rows[next + 2] * width;
      int row3 = from + rows[next + 3] * width;
      for (int i = 0; i < width; i++) {
        sum[i] +=
            factor0 * matrix[row0 + i]
                + factor1 * matrix[row1 + i]
                + factor2 * matrix[row2 + i]
                + factor3 * matrix[row3 + i];
      }
    }
    for (; next < rows.length; next++) {
      addTimes(sum, factors[rows[next]], matrix, from + rows[next] * width);
    }
  }

  /** Adds a multiple of an array to a part of another. */
  static void addTimesAt(float[] sum, int from, float factor, float[] values) {
    for (int i = 0; i < values.length; i++) {
      sum[from + i] += factor * values[i];
    }
  }

  /** The highest value, if it is above zero. */
  static double most(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  static int[] placesInUse(float[] vector) {
    int inUse = 0;
    for (float value : vector) {
      inUse += value == 0 ? 0 : 1;
    }
    int[] places = new int[inUse];
    int next = 0;
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] != 0) {
        places[next++] = i;
      }
    }
    return places;
  }

  static void toUnitLength(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    for (int i = 0; length > 0 && i < vector.length; i++) {
      vector[i] /= length;
    }
  }
}
