package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where to draw the lines, learned from the content itself: examples are taken out and asked as a
 * question to the rest. Fixed lines do not transfer, since scores rise with the number of wordings.
 *
 * @param accept a score from which an entry may answer; nearly all left-out wordings reach it
 * @param near a score from which it is worth asking what was meant
 * @param margin the lead over the second from which the first is taken without asking
 */
record Calibration(double accept, double near, double margin) {
  static final int NUMBERS = 3;

  private static final double WRONG_ANSWERS = 0.02;
  private static final double WIDEST_MARGIN = 0.14;
  private static final double SPREAD = 0.1;

  /** More trials would not move the lines. */
  private static final int TRIALS = 3000;

  private record Trial(double score, double lead, boolean right) {}

  /**
   * @param ours tells the entries from the non-topics
   * @param rankedWithout the ranking for an example, as if it did not exist
   */
  static Calibration of(
      List<Example> examples,
      IntPredicate ours,
      IntFunction<List<Ranked>> rankedWithout,
      Blend blend) {
    int step = 1 + examples.size() / TRIALS;
    List<Trial> trials =
        IntStream.range(0, examples.size())
            .filter(i -> i % step == 0 && ours.test(examples.get(i).topic()))
            .parallel()
            .mapToObj(i -> trial(examples.get(i).topic(), rankedWithout.apply(i)))
            .toList();
    double accept = quantile(trials, blend.rejected());
    return new Calibration(accept, quantile(trials, blend.far()), margin(trials, accept));
  }

  static Calibration of(float[] numbers) {
    return new Calibration(numbers[0], numbers[1], numbers[2]);
  }

  float[] numbers() {
    return new float[] {(float) accept, (float) near, (float) margin};
  }

  /** A score as a number from 0 to 1; 0.5 is the line of acceptance. */
  double calibrated(double score) {
    return 1 / (1 + Math.exp((accept - score) / SPREAD));
  }

  private static Trial trial(int topic, List<Ranked> ranked) {
    Ranked first = ranked.get(0);
    double lead = first.score() - ranked.get(Math.min(1, ranked.size() - 1)).score();
    return new Trial(first.score(), lead, first.topic() == topic);
  }

  private static double quantile(List<Trial> trials, double share) {
    List<Double> scores = new ArrayList<>(trials.stream().map(Trial::score).toList());
    Collections.sort(scores);
    return scores.get((int) Math.floor(share * (scores.size() - 1)));
  }

  /** The smallest lead that leaves few enough wrong answers, but never a very wide one. */
  private static double margin(List<Trial> trials, double accept) {
    List<Double> wrongLeads =
        new ArrayList<>(
            trials.stream()
                .filter(trial -> !trial.right() && trial.score() >= accept)
                .map(Trial::lead)
                .toList());
    wrongLeads.sort(Collections.reverseOrder());
    int allowed = (int) Math.floor(WRONG_ANSWERS * trials.size());
    double needed = allowed < wrongLeads.size() ? wrongLeads.get(allowed) : 0;
    return Math.min(needed, WIDEST_MARGIN);
  }
}
