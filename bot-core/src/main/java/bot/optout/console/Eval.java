package bot.optout.console;

import bot.optout.knowledge.AnswerEngine;
import bot.optout.knowledge.Candidate;
import bot.optout.knowledge.Confidence;
import bot.optout.knowledge.Corpus;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import bot.optout.knowledge.SentenceModel;
import bot.optout.knowledge.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Runs the answer engine, unchanged, on any labelled set. */
final class Eval {
  private static final int WARM_UP = 50;

  /** Scores of candidates are calibrated so that this is where an entry may answer. */
  private static final double LINE_OF_ACCEPTANCE = 0.5;

  private final KnowledgeBase knowledge;
  private final double threshold;

  /** What the engine made of a line. */
  private record Outcome(EvalSet.Line line, Finding finding, double milliseconds) {
    double score() {
      return finding.candidates().isEmpty() ? 0 : finding.candidates().get(0).score();
    }

    boolean rightWithin(int first) {
      return finding.candidates().stream()
          .limit(first)
          .map(Candidate::entry)
          .anyMatch(line.label()::equals);
    }
  }

  private Eval(KnowledgeBase knowledge, double threshold) {
    this.knowledge = knowledge;
    this.threshold = threshold;
  }

  /**
   * @param train every label becomes an entry; lines out of scope become the background
   * @param validation where to take the line of acceptance from instead of the engine's own
   */
  static Eval of(EvalSet train, Optional<EvalSet> validation, SentenceModel model)
      throws EvalSet.BadSet {
    if (train.inScope().lines().isEmpty()) {
      throw new EvalSet.BadSet("the training set has no line in scope");
    }
    KnowledgeBase knowledge =
        AnswerEngine.of(
            new Corpus(
                entries(train),
                List.of(),
                List.of(),
                train.outOfScope().lines().stream().map(EvalSet.Line::text).toList()),
            model);
    if (validation.isEmpty()) {
      return new Eval(knowledge, LINE_OF_ACCEPTANCE);
    }
    if (validation.get().inScope().lines().isEmpty()) {
      throw new EvalSet.BadSet("the set for the threshold has no line in scope");
    }
    Eval trial = new Eval(knowledge, LINE_OF_ACCEPTANCE);
    double line = scores(trial.outcomes(validation.get())).line();
    return new Eval(knowledge, line);
  }

  EvalReport run(EvalSet test) {
    test.lines().stream().limit(WARM_UP).forEach(line -> knowledge.find(line.text()));
    List<Outcome> all = outcomes(test);
    List<Outcome> inScope = all.stream().filter(it -> it.line().inScope()).toList();
    List<Outcome> outOfScope = all.stream().filter(it -> !it.line().inScope()).toList();
    EvalScores scores = scores(all);
    boolean comparable = !inScope.isEmpty();
    double line = comparable ? scores.line() : 0;
    double[] times = all.stream().mapToDouble(Outcome::milliseconds).sorted().toArray();
    return new EvalReport(
        all.size(),
        share(inScope, it -> it.rightWithin(1)),
        share(inScope, it -> it.rightWithin(3)),
        scores.auroc(),
        comparable ? scores.rejectedBelow(line) : OptionalDouble.empty(),
        outOfScope.isEmpty()
            ? OptionalDouble.empty()
            : share(inScope, it -> it.score() >= line && it.rightWithin(1)),
        share(outOfScope, it -> it.score() < threshold),
        share(inScope, it -> it.score() >= threshold),
        times[times.length / 2],
        times[(int) (times.length * 0.95)]);
  }

  private List<Outcome> outcomes(EvalSet set) {
    List<Outcome> outcomes = new ArrayList<>();
    for (EvalSet.Line line : set.lines()) {
      long start = System.nanoTime();
      Finding finding = knowledge.find(line.text());
      outcomes.add(new Outcome(line, finding, (System.nanoTime() - start) / 1e6));
    }
    return outcomes;
  }

  private static EvalScores scores(List<Outcome> outcomes) {
    return new EvalScores(
        outcomes.stream().filter(it -> it.line().inScope()).mapToDouble(Outcome::score),
        outcomes.stream().filter(it -> !it.line().inScope()).mapToDouble(Outcome::score));
  }

  private static OptionalDouble share(List<Outcome> outcomes, Predicate<Outcome> holds) {
    return outcomes.stream().mapToDouble(it -> holds.test(it) ? 1 : 0).average();
  }

  private static List<Entry> entries(EvalSet train) {
    Map<String, List<String>> wordings = new LinkedHashMap<>();
    for (EvalSet.Line line : train.inScope().lines()) {
      wordings.computeIfAbsent(line.label(), unused -> new ArrayList<>()).add(line.text());
    }
    return wordings.entrySet().stream().map(it -> entry(it.getKey(), it.getValue())).toList();
  }

  private static Entry entry(String label, List<String> wordings) {
    return new Entry(
        label,
        label,
        wordings.get(0),
        wordings.subList(1, wordings.size()),
        List.of(),
        List.of(),
        new Validity(List.of("ALL"), LocalDate.EPOCH, Optional.empty(), Optional.empty()),
        Confidence.HIGH,
        List.of());
  }
}
