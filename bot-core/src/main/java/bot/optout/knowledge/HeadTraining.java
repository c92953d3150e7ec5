package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the weights of a head. The parts are added up in a fixed order, so they never differ. */
final class HeadTraining {
  /** Of all squared weights together, whatever the number of examples. */
  private static final double PENALTY = 0.03;

  /** Fixed, whatever the number of cores: sums of floats depend on their order. */
  private static final int PARTS = 8;

  private record Case(Probe probe, int target) {}

  private final List<Case> cases;
  private final int classes;
  private final int size;

  private HeadTraining(List<Case> cases, int classes) {
    this.cases = cases;
    this.classes = classes;
    this.size = (Head.features(cases.get(0).probe()) + 1) * classes;
  }

  static float[] weights(
      int topics, List<Example> examples, List<Probe> background, int iterations) {
    List<Case> cases = new ArrayList<>();
    examples.forEach(example -> cases.add(new Case(example.probe(), example.topic())));
    background.forEach(probe -> cases.add(new Case(probe, topics)));
    HeadTraining training = new HeadTraining(cases, topics + 1);
    return Lbfgs.lowest(training.size, iterations, training::slope);
  }

  private Lbfgs.Slope slope(float[] weights) {
    List<Lbfgs.Slope> parts =
        IntStream.range(0, PARTS).parallel().mapToObj(part -> slope(weights, part)).toList();
    float[] gradient = weights.clone();
    double penalty = PENALTY / cases.size();
    double value = penalty / 2 * Vectors.dot(weights, weights);
    for (int i = 0; i < size; i++) {
      gradient[i] *= (float) penalty;
    }
    for (Lbfgs.Slope part : parts) {
      value += part.value() / cases.size();
      Vectors.addTimes(gradient, 1f / cases.size(), part.gradient(), 0);
    }
    return new Lbfgs.Slope(value, gradient);
  }

  private Lbfgs.Slope slope(float[] weights, int part) {
    float[] gradient = new float[size];
    double loss = 0;
    for (int i = part; i < cases.size(); i += PARTS) {
      Case it = cases.get(i);
      float[] scores = Head.scores(it.probe(), classes, weights);
      loss -= scores[it.target()];
      loss += Head.toProbabilities(scores);
      scores[it.target()] -= 1;
      Head.addSlope(it.probe(), scores, gradient);
    }
    return new Lbfgs.Slope(loss, gradient);
  }
}
