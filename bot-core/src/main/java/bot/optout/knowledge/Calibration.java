package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Where to draw the lines, learned from the content itself: examples are taken out and asked as a
 * question to the rest. Fixed lines do not transfer, since scores rise with the number of wordings.
 *
 * @param accept a score from which an entry may answer; 95 of 100 left-out wordings reach it
 * @param near a score from which it is worth asking what was meant
 * @param margin the lead over the second from which the first is taken without asking
 */
record Calibration(double accept, double near, double margin) {
  private static final double REJECTED_IN_SCOPE = 0.05;
  private static final double FAR_IN_SCOPE = 0.01;
  private static final double WRONG_ANSWERS = 0.02;
  private static final double WIDEST_MARGIN = 0.06;
  private static final double SPREAD = 0.1;

  /** Every third wording is enough for steady lines, and a third of the time. */
  private static final int STEP = 3;

  private record Trial(double score, double lead, boolean right) {}

  static Calibration of(Ranking ranking, IntPredicate ours) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < ranking.examples().size(); i += STEP) {
      int topic = ranking.examples().get(i).topic();
      if (ours.test(topic)) {
        List<Ranked> ranked = ranking.rankWithout(i);
        double lead = ranked.get(0).score() - ranked.get(Math.min(1, ranked.size() - 1)).score();
        trials.add(new Trial(ranked.get(0).score(), lead, ranked.get(0).topic() == topic));
      }
    }
    double accept = quantile(trials, REJECTED_IN_SCOPE);
    return new Calibration(accept, quantile(trials, FAR_IN_SCOPE), margin(trials, accept));
  }

  /** A score as a number from 0 to 1; 0.5 is the line of acceptance. */
  double calibrated(double score) {
    return 1 / (1 + Math.exp((accept - score) / SPREAD));
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
