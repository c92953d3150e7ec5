package bot.optout.console;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How well scores tell texts in scope from texts out of scope, whatever line is drawn. */
final class EvalScores {
  private static final double ACCEPTED = 0.95;

  private final double[] inScope;
  private final double[] outOfScope;

  EvalScores(DoubleStream inScope, DoubleStream outOfScope) {
    this.inScope = inScope.sorted().toArray();
    this.outOfScope = outOfScope.sorted().toArray();
  }

  /** The chance that a text in scope scores higher than one out of scope; equal counts half. */
  OptionalDouble auroc() {
    if (inScope.length == 0 || outOfScope.length == 0) {
      return OptionalDouble.empty();
    }
    double below = 0;
    for (double score : inScope) {
      below += (countBelow(outOfScope, score) + countUpTo(outOfScope, score)) / 2.0;
    }
    return OptionalDouble.of(below / ((double) inScope.length * outOfScope.length));
  }

  /** The score that 95 of 100 texts in scope reach. */
  double line() {
    int rejected = (int) Math.floor((1 - ACCEPTED) * inScope.length + 1e-9);
    return inScope[Math.min(rejected, inScope.length - 1)];
  }

  /** The share of texts out of scope that stay below a line. */
  OptionalDouble rejectedBelow(double line) {
    return outOfScope.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) countBelow(outOfScope, line) / outOfScope.length);
  }

  private static int countBelow(double[] sorted, double score) {
    int found = Arrays.binarySearch(sorted, score);
    int at = found < 0 ? -found - 1 : found;
    while (at > 0 && sorted[at - 1] == score) {
      at--;
    }
    return at;
  }

  private static int countUpTo(double[] sorted, double score) {
    int below = countBelow(sorted, score);
    return below
        + (int) IntStream.range(below, sorted.length).takeWhile(i -> sorted[i] == score).count();
  }
}
