package bot.optout.knowledge;

/**
 * The inverse of a symmetric positive definite matrix, by Cholesky's decomposition; only its lower
 * half is read.
 */
final class Inverse {
  private Inverse() {}

  static float[][] ofPositiveDefinite(double[][] matrix) {
    double[][] lower = decomposed(matrix);
    double[][] inverseOfLower = invertedLower(lower);
    return transposedTimesItself(inverseOfLower);
  }

  private static double[][] decomposed(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][];
    for (int i = 0; i < size; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j] - dot(lower[i], lower[j], j);
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }

  /** Column by column, kept as rows of the transposed inverse. */
  private static double[][] invertedLower(double[][] lower) {
    int size = lower.length;
    double[][] columns = new double[size][size];
    for (int column = 0; column < size; column++) {
      double[] solution = columns[column];
      solution[column] = 1 / lower[column][column];
      for (int i = column + 1; i < size; i++) {
        double sum = 0;
        for (int k = column; k < i; k++) {
          sum += lower[i][k] * solution[k];
        }
        solution[i] = -sum / lower[i][i];
      }
    }
    return columns;
  }

  private static float[][] transposedTimesItself(double[][] columns) {
    int size = columns.length;
    float[][] product = new float[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < size; k++) {
          sum += columns[i][k] * columns[j][k];
        }
        product[i][j] = (float) sum;
        product[j][i] = (float) sum;
      }
    }
    return product;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
