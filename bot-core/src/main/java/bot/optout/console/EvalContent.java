package bot.optout.console;

import bot.optout.content.Content;
import bot.optout.content.ContentFolder;
import bot.optout.content.ContentLoader;
import bot.optout.content.Loaded;
import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.KnowledgeBase;
import bot.optout.knowledge.SentenceModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * The built-in content on questions of one's own: how well it answers, how fast, with a slip of the
 * finger, and how soon after a start.
 */
final class EvalContent {
  private static final String ENDING = ".tsv";
  private static final long SEED = 1;

  private final Clock clock;
  private final PrintStream out;

  EvalContent(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /**
   * Prints a table for each language.
   *
   * @param folder with a file {@code LANGUAGE.tsv} for each
   */
  void run(Path folder) throws IOException {
    long begin = System.nanoTime();
    SentenceModel model = OnnxEmbedder.load();
    long loaded = System.nanoTime();
    Loaded read = new ContentLoader(model, clock, "en").load(ContentFolder.builtIn());
    long ready = System.nanoTime();
    if (!(read instanceof Loaded.Good good)) {
      throw new EvalSet.BadSet("the built-in content has faults; check names them");
    }
    out.printf(
        Locale.ROOT,
        "Model loaded in %.2f s; all ready %.2f s later (its log line above tells reading from learning).%n",
        (loaded - begin) / 1e9,
        (ready - loaded) / 1e9);
    for (String language : good.content().languages()) {
      Path file = folder.resolve(language + ENDING);
      if (Files.exists(file)) {
        print(language, EvalSet.read(file), good.content());
      }
    }
  }

  private void print(String language, EvalSet questions, Content content) throws IOException {
    KnowledgeBase knowledge = content.script(language).knowledge();
    questions.lines().forEach(line -> knowledge.find(line.text()));
    double[] times = milliseconds(knowledge, questions);
    out.printf(
        Locale.ROOT,
        "%n%s: %d questions, median %.1f ms, p95 %.1f ms%n%n",
        language,
        questions.lines().size(),
        times[times.length / 2],
        times[(int) (times.length * 0.95)]);
    EvalCurve.of(knowledge, questions).print(out, Optional.empty());
    out.printf("%nThe same, each with one slip of the finger:%n%n");
    EvalCurve.of(knowledge, slipped(questions)).printRows(out);
  }

  private static double[] milliseconds(KnowledgeBase knowledge, EvalSet questions) {
    double[] times =
        questions.lines().stream()
            .mapToDouble(
                line -> {
                  long start = System.nanoTime();
                  knowledge.find(line.text());
                  return (System.nanoTime() - start) / 1e6;
                })
            .toArray();
    Arrays.sort(times);
    return times;
  }

  private static EvalSet slipped(EvalSet questions) {
    Random random = new Random(SEED);
    List<EvalSet.Line> lines =
        questions.lines().stream()
            .map(line -> new EvalSet.Line(line.label(), EvalTypo.in(line.text(), random)))
            .toList();
    return new EvalSet(lines);
  }
}
