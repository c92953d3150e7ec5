package bot.optout.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Turns scores into a finding.
 *
 * @param topics ids by index; the first {@code ours} are entries, the others non-topics
 */
record Decision(List<String> topics, int ours, Calibration calibration) {
  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_TO_CLARIFY = 3;

  Decision {
    topics = List.copyOf(topics);
  }

  /** The finding for a question that stands in the content word for word. */
  Finding certain(String topic) {
    if (topics.indexOf(topic) < ours) {
      return new Finding.Answer(topic, List.of(new Candidate(topic, 1)));
    }
    return new Finding.OutOfScope(Optional.of(topic), List.of());
  }

  Finding on(List<Ranked> ranked, double background) {
    List<Candidate> candidates = candidates(ranked);
    Ranked first = ranked.get(0);
    boolean elsewhere = background >= first.nearest();
    if (first.score() < (elsewhere ? calibration.accept() : calibration.near())) {
      return nothing(ranked, background, candidates);
    }
    List<Ranked> close =
        ranked.stream()
            .takeWhile(other -> other.score() >= first.score() - calibration.margin())
            .toList();
    if (first.topic() >= ours && (close.size() == 1 || first.score() >= calibration.accept())) {
      return new Finding.OutOfScope(Optional.of(topics.get(first.topic())), candidates);
    }
    if (first.score() >= calibration.accept() && close.size() == 1) {
      return new Finding.Answer(topics.get(first.topic()), candidates);
    }
    List<String> meant =
        close.stream()
            .filter(other -> other.topic() < ours)
            .limit(MOST_TO_CLARIFY)
            .map(other -> topics.get(other.topic()))
            .toList();
    return new Finding.Clarify(meant, candidates);
  }

  private Finding nothing(List<Ranked> ranked, double background, List<Candidate> candidates) {
    Ranked first = ranked.get(0);
    return background >= first.nearest() || first.topic() >= ours
        ? new Finding.OutOfScope(Optional.empty(), candidates)
        : new Finding.Unknown(candidates);
  }

  private List<Candidate> candidates(List<Ranked> ranked) {
    return ranked.stream()
        .filter(other -> other.topic() < ours)
        .limit(MOST_CANDIDATES)
        .map(
            other ->
                new Candidate(topics.get(other.topic()), calibration.calibrated(other.score())))
        .toList();
  }
}
