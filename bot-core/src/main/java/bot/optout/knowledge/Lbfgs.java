package bot.optout.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;

/** Finds the lowest point of a smooth convex function: L-BFGS with Armijo's backtracking. */
final class Lbfgs {
  private static final int REMEMBERED = 8;
  private static final int HALVINGS = 20;
  private static final double ENOUGH_DESCENT = 1e-4;
  private static final double CONVERGED = 1e-5;
  private static final float FIRST_STEP = 10f;

  /** Value and slope at a point. */
  static final class Slope {
    private final double value;
    private final float[] gradient;

    Slope(double value, float[] gradient) {
      this.value = value;
      this.gradient = gradient;
    }

    double value() {
      return value;
    }

    float[] gradient() {
      return gradient;
    }
  }

  /** What a step taught about the curvature: how far it went, and how much the slope changed. */
  private static final class Step {
    final float[] moved;
    final float[] bent;
    final double curvature;

    Step(float[] moved, float[] bent) {
      this.moved = moved;
      this.bent = bent;
      this.curvature = Vectors.dot(moved, bent);
    }
  }

  private final Function<float[], Slope> function;
  private final Deque<Step> steps = new ArrayDeque<>();

  private Lbfgs(Function<float[], Slope> function) {
    this.function = function;
  }

  static float[] lowest(int size, int mostIterations, Function<float[], Slope> function) {
    return new Lbfgs(function).descend(new float[size], mostIterations);
  }

  private float[] descend(float[] start, int mostIterations) {
    float[] at = start;
    Slope slope = function.apply(at);
    for (int i = 0; i < mostIterations; i++) {
      float[] direction = direction(slope.gradient());
      double descent = Vectors.dot(direction, slope.gradient());
      float length = 1;
      float[] next = moved(at, direction, length);
      Slope there = function.apply(next);
      for (int half = 0;
          half < HALVINGS && there.value() > slope.value() - ENOUGH_DESCENT * length * descent;
          half++) {
        length /= 2;
        next = moved(at, direction, length);
        there = function.apply(next);
      }
      if (there.value() > slope.value() * (1 - CONVERGED)) {
        return there.value() < slope.value() ? next : at;
      }
      remember(difference(next, at), difference(there.gradient(), slope.gradient()));
      at = next;
      slope = there;
    }
    return at;
  }

  private void remember(float[] moved, float[] bent) {
    Step step = new Step(moved, bent);
    if (step.curvature > 0) {
      steps.addLast(step);
    }
    if (steps.size() > REMEMBERED) {
      steps.removeFirst();
    }
  }

  /** The gradient, seen through the curvature of the last steps; subtracted, it leads down. */
  private float[] direction(float[] gradient) {
    float[] direction = gradient.clone();
    double[] shares = new double[steps.size()];
    int i = steps.size();
    for (Iterator<Step> last = steps.descendingIterator(); last.hasNext(); ) {
      Step step = last.next();
      shares[--i] = Vectors.dot(step.moved, direction) / step.curvature;
      Vectors.addTimes(direction, (float) -shares[i], step.bent, 0);
    }
    scale(direction, scale(gradient));
    for (Step step : steps) {
      double share = Vectors.dot(step.bent, direction) / step.curvature;
      Vectors.addTimes(direction, (float) (shares[i++] - share), step.moved, 0);
    }
    return direction;
  }

  private float scale(float[] gradient) {
    if (steps.isEmpty()) {
      double length = Math.sqrt(Vectors.dot(gradient, gradient));
      return (float) (FIRST_STEP / Math.max(length, 1e-9));
    }
    Step last = steps.getLast();
    return (float) (last.curvature / Vectors.dot(last.bent, last.bent));
  }

  private static void scale(float[] vector, float factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static float[] moved(float[] from, float[] direction, float length) {
    float[] moved = from.clone();
    Vectors.addTimes(moved, -length, direction, 0);
    return moved;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = a.clone();
    Vectors.addTimes(difference, -1, b, 0);
    return difference;
  }
}
