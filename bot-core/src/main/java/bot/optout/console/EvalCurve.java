package bot.optout.console;

import bot.optout.knowledge.Finding;
import bot.optout.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How the content does on development questions, by halves: the lines were chosen on one, so only
 * the other tells how it does on new ones. Questions labelled {@code near} are about a neighbouring
 * subject; {@code one|other} may be answered by either.
 */
final class EvalCurve {
  private static final String NEAR = "near";

  private final List<Asked> asked;

  /** A question and what was found. */
  private record Asked(EvalSet.Line line, Finding finding) {
    boolean inScope() {
      return line.inScope() && !line.label().equals(NEAR);
    }

    double score() {
      return finding.candidates().isEmpty() ? 0 : finding.candidates().get(0).score();
    }

    boolean bestIsRight() {
      return !finding.candidates().isEmpty() && isRight(finding.candidates().get(0).entry());
    }

    boolean answered() {
      return finding instanceof Finding.Answer;
    }

    boolean answeredRight() {
      return finding instanceof Finding.Answer answer && isRight(answer.entry());
    }

    boolean rightOrClarified() {
      return answeredRight()
          || (finding instanceof Finding.Clarify clarify
              && clarify.entries().stream().anyMatch(this::isRight));
    }

    boolean rejected() {
      return !answered() && !(finding instanceof Finding.Clarify);
    }

    private boolean isRight(String entry) {
      return List.of(line.label().split("\\|")).contains(entry);
    }
  }

  /**
   * Where the best candidate is taken down to a score: how many answers, how many of them wrong.
   */
  record Point(double score, double coverage, double risk) {}

  private EvalCurve(List<Asked> asked) {
    this.asked = asked;
  }

  static EvalCurve of(KnowledgeBase knowledge, EvalSet questions) {
    return new EvalCurve(
        questions.lines().stream()
            .map(line -> new Asked(line, knowledge.find(line.text())))
            .toList());
  }

  /** A fixed half of all questions, whatever their order. */
  static boolean heldOut(String text) {
    return Math.floorMod(text.hashCode(), 2) == 1;
  }

  /** How many were answered right, by halves and as a whole. */
  void printRows(PrintStream out) {
    Map<String, List<Asked>> sets = new TreeMap<>();
    for (Asked it : asked) {
      String half = heldOut(it.line().text()) ? "held-out half" : "development half";
      sets.computeIfAbsent(half, unused -> new ArrayList<>()).add(it);
    }
    out.println(
        "| questions | answered right | right or asked back | answered wrong"
            + " | near misses answered | far out of scope rejected |");
    out.println("|---|---|---|---|---|---|");
    sets.forEach((half, its) -> out.println(row(half, its)));
    out.println(row("all " + asked.size(), asked));
  }

  /** The same, and risk against coverage; as a picture, too, where one is wanted. */
  void print(PrintStream out, Optional<Path> svg) throws IOException {
    printRows(out);
    out.println();
    out.println("| score from | coverage | wrong among answered |");
    out.println("|---|---|---|");
    List<Point> points = points(asked);
    for (int tenth = 10; tenth >= 1; tenth--) {
      int last = Math.max(0, points.size() * tenth / 10 - 1);
      Point point = points.get(last);
      out.printf(
          Locale.ROOT,
          "| %.2f | %.0f %% | %.1f %% |%n",
          point.score(),
          100 * point.coverage(),
          100 * point.risk());
    }
    if (svg.isPresent()) {
      Files.writeString(svg.get(), new EvalPicture(points, operatingPoint()).svg());
    }
  }

  /** Where the decision with its question back stands: its own coverage and risk. */
  private Point operatingPoint() {
    List<Asked> answered = asked.stream().filter(Asked::answered).toList();
    double wrong = answered.stream().filter(it -> !it.answeredRight()).count();
    return new Point(
        0, (double) answered.size() / asked.size(), wrong / Math.max(1, answered.size()));
  }

  private static List<Point> points(List<Asked> asked) {
    List<Asked> bestFirst =
        asked.stream().sorted(Comparator.comparingDouble(Asked::score).reversed()).toList();
    List<Point> points = new ArrayList<>();
    double wrong = 0;
    for (int i = 0; i < bestFirst.size(); i++) {
      wrong += bestFirst.get(i).bestIsRight() ? 0 : 1;
      points.add(
          new Point(bestFirst.get(i).score(), (i + 1.0) / bestFirst.size(), wrong / (i + 1.0)));
    }
    return points;
  }

  private static String row(String name, List<Asked> its) {
    List<Asked> inScope = its.stream().filter(Asked::inScope).toList();
    List<Asked> near = its.stream().filter(it -> it.line().label().equals(NEAR)).toList();
    List<Asked> far = its.stream().filter(it -> !it.line().inScope()).toList();
    return String.join(
        " | ",
        "| " + name,
        share(inScope, Asked::answeredRight),
        share(inScope, Asked::rightOrClarified),
        share(inScope, it -> it.answered() && !it.answeredRight()),
        share(near, Asked::answered),
        share(far, Asked::rejected) + " |");
  }

  private static String share(List<Asked> its, Predicate<Asked> holds) {
    if (its.isEmpty()) {
      return "–";
    }
    long count = its.stream().filter(holds).count();
    return String.format(
        Locale.ROOT, "%.1f %% (%d/%d)", 100.0 * count / its.size(), count, its.size());
  }
}
