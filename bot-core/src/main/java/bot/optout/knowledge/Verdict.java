package bot.optout.knowledge;

import java.util.List;
import java.util.Optional;

/** Turns scores into a finding. */
record Verdict(List<Subject> subjects, Calibration calibration) {
  private static final int MOST_CANDIDATES = 5;
  private static final int MOST_TO_CLARIFY = 3;

  Verdict {
    subjects = List.copyOf(subjects);
  }

  /** The finding for a question that stands in the content word for word. */
  Finding certain(Subject subject) {
    return switch (subject.kind()) {
      case ENTRY -> new Finding.Answer(subject.id(), List.of(new Candidate(subject.id(), 1)));
      case INTENT -> new Finding.Wanted(subject.id(), List.of());
      case NON_TOPIC -> new Finding.OutOfScope(Optional.of(subject.id()), List.of());
    };
  }

  /**
   * The finding for a ranked question.
   *
   * @param brief one or two words say too little to turn anybody away by a neighbouring subject
   */
  Finding on(Ranking.Result result, boolean brief) {
    List<Ranked> ranked = result.topics();
    List<Candidate> candidates = candidates(ranked);
    Ranked first = ranked.get(0);
    boolean elsewhere = result.background() >= first.nearest();
    if (first.score() < (elsewhere ? calibration.accept() : calibration.near())) {
      return nothing(first, elsewhere, candidates);
    }
    List<Ranked> close =
        ranked.stream()
            .takeWhile(other -> other.score() >= first.score() - calibration.margin())
            .toList();
    List<String> meant = meant(close);
    Subject subject = subject(first);
    boolean accepted = first.score() >= calibration.accept();
    boolean taken =
        switch (subject.kind()) {
          case ENTRY -> accepted && close.size() == 1;
          // A letter wrongly begun is put away with a word; one not begun has to be asked for
          // again.
          case INTENT -> accepted;
          case NON_TOPIC -> meant.isEmpty() || (accepted && !brief);
        };
    return taken ? found(subject, candidates) : new Finding.Clarify(meant, candidates);
  }

  private static Finding found(Subject subject, List<Candidate> candidates) {
    return switch (subject.kind()) {
      case ENTRY -> new Finding.Answer(subject.id(), candidates);
      case INTENT -> new Finding.Wanted(subject.id(), candidates);
      case NON_TOPIC -> new Finding.OutOfScope(Optional.of(subject.id()), candidates);
    };
  }

  private List<String> meant(List<Ranked> close) {
    return close.stream()
        .map(this::subject)
        .filter(Subject::ours)
        .limit(MOST_TO_CLARIFY)
        .map(Subject::id)
        .toList();
  }

  private Finding nothing(Ranked first, boolean elsewhere, List<Candidate> candidates) {
    return elsewhere || !subject(first).ours()
        ? new Finding.OutOfScope(Optional.empty(), candidates)
        : new Finding.Unknown(candidates);
  }

  private List<Candidate> candidates(List<Ranked> ranked) {
    return ranked.stream()
        .filter(other -> subject(other).is(Subject.Kind.ENTRY))
        .limit(MOST_CANDIDATES)
        .map(other -> new Candidate(subject(other).id(), calibration.calibrated(other.score())))
        .toList();
  }

  private Subject subject(Ranked ranked) {
    return subjects.get(ranked.topic());
  }
}
