package bot.optout.console;

import bot.optout.knowledge.SentenceModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The public yardstick CLINC150: as a whole, and cut down to the shape of a list of questions, with
 * few wordings for each entry. Cuts are drawn by fixed seeds; the figures are means over them.
 */
final class EvalBench {
  private static final List<Shape> SHAPES =
      List.of(new Shape(30, 5), new Shape(75, 5), new Shape(75, 10), new Shape(150, 10));

  private final JsonNode data;
  private final SentenceModel model;
  private final PrintStream out;

  private record Shape(int entries, int variants) {}

  private EvalBench(JsonNode data, SentenceModel model, PrintStream out) {
    this.data = data;
    this.model = model;
    this.out = out;
  }

  static EvalBench read(Path file, SentenceModel model, PrintStream out) throws EvalSet.BadSet {
    try {
      JsonNode data = new ObjectMapper().readTree(Files.readString(file));
      for (String part : List.of("train", "test", "oos_train", "oos_test")) {
        if (!data.path(part).isArray()) {
          throw new EvalSet.BadSet(file + ": there is no list \"" + part + "\"");
        }
      }
      return new EvalBench(data, model, out);
    } catch (EvalSet.BadSet bad) {
      throw bad;
    } catch (IOException unreadable) {
      throw new EvalSet.BadSet(file + ": cannot be read as JSON");
    }
  }

  /**
   * Prints the table.
   *
   * @param seeds how many cuts of each shape
   */
  void run(int seeds) throws EvalSet.BadSet {
    out.println(
        "| set | right first | first three | AUROC | oos rejected at 95 % | right at 95 %"
            + " | oos rejected | in scope accepted | ms p50 / p95 | one typo: right | accepted |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Shape shape : SHAPES) {
      List<EvalReport> clean = new ArrayList<>();
      List<EvalReport> typos = new ArrayList<>();
      for (int seed = 1; seed <= seeds; seed++) {
        Random random = new Random(seed);
        List<String> labels = new ArrayList<>(labels());
        Collections.shuffle(labels, random);
        Set<String> chosen = Set.copyOf(labels.subList(0, shape.entries()));
        add(
            cut(chosen, shape.variants(), random),
            set("test", "oos_test", chosen),
            random,
            clean,
            typos);
      }
      print(shape.entries() + "×" + shape.variants(), clean, typos);
    }
    List<EvalReport> clean = new ArrayList<>();
    List<EvalReport> typos = new ArrayList<>();
    Set<String> all = labels();
    add(set("train", "oos_train", all), set("test", "oos_test", all), new Random(1), clean, typos);
    print("full", clean, typos);
  }

  /** Writes a part of the set the way {@code eval} reads it. */
  void export(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String part : List.of("train", "val", "test")) {
      List<String> lines =
          set(part, "oos_" + part, labels()).lines().stream()
              .map(line -> line.label() + "\t" + line.text())
              .toList();
      Files.write(folder.resolve(part + ".tsv"), lines);
    }
  }

  private void add(
      EvalSet train, EvalSet test, Random random, List<EvalReport> clean, List<EvalReport> typos)
      throws EvalSet.BadSet {
    Eval eval = Eval.of(train, Optional.empty(), model);
    clean.add(eval.run(test));
    typos.add(
        eval.run(
            new EvalSet(
                test.inScope().lines().stream()
                    .map(line -> new EvalSet.Line(line.label(), EvalTypo.in(line.text(), random)))
                    .toList())));
  }

  private Set<String> labels() {
    Set<String> labels = new TreeSet<>();
    data.path("train").forEach(pair -> labels.add(pair.path(1).asText()));
    return labels;
  }

  private EvalSet set(String inScope, String outOfScope, Set<String> labels) {
    return new EvalSet(
        Stream.concat(
                lines(inScope).stream().filter(line -> labels.contains(line.label())),
                lines(outOfScope).stream())
            .toList());
  }

  private EvalSet cut(Set<String> labels, int variants, Random random) {
    Map<String, List<EvalSet.Line>> byLabel = new TreeMap<>();
    for (EvalSet.Line line : set("train", "oos_train", labels).lines()) {
      byLabel.computeIfAbsent(line.label(), unused -> new ArrayList<>()).add(line);
    }
    List<EvalSet.Line> cut = new ArrayList<>();
    byLabel.forEach(
        (label, lines) -> {
          Collections.shuffle(lines, random);
          boolean whole = label.equals(EvalSet.OUT_OF_SCOPE);
          cut.addAll(whole ? lines : lines.subList(0, variants));
        });
    return new EvalSet(cut);
  }

  private List<EvalSet.Line> lines(String part) {
    List<EvalSet.Line> lines = new ArrayList<>();
    data.path(part)
        .forEach(pair -> lines.add(new EvalSet.Line(pair.path(1).asText(), pair.path(0).asText())));
    return lines;
  }

  private void print(String name, List<EvalReport> clean, List<EvalReport> typos) {
    out.println(
        String.join(
            " | ",
            "| " + name,
            mean(clean, EvalReport::accuracy),
            mean(clean, EvalReport::accuracyTop3),
            mean(clean, EvalReport::auroc),
            mean(clean, EvalReport::outOfScopeRecallAt95),
            mean(clean, EvalReport::inScopeCorrectAt95),
            mean(clean, EvalReport::outOfScopeRecall),
            mean(clean, EvalReport::inScopeAccepted),
            String.format(
                Locale.ROOT,
                "%.1f / %.1f",
                clean.stream().mapToDouble(EvalReport::medianMs).average().orElse(0),
                clean.stream().mapToDouble(EvalReport::p95Ms).average().orElse(0)),
            mean(typos, EvalReport::accuracy),
            mean(typos, EvalReport::inScopeAccepted) + " |"));
    out.flush();
  }

  private static String mean(
      List<EvalReport> reports, Function<EvalReport, OptionalDouble> figure) {
    double mean =
        reports.stream().map(figure).mapToDouble(it -> it.orElse(Double.NaN)).average().orElse(0);
    return String.format(Locale.ROOT, "%.2f", 100 * mean);
  }
}
