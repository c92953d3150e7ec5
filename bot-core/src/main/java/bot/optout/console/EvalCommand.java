package bot.optout.console;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.operation.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** The commands that measure the answer engine. */
final class EvalCommand {
  /** A measurement; bad input is told by {@link EvalSet.BadSet}. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private EvalCommand() {}

  /** Runs it and says what went wrong. Returns the exit code. */
  static int run(Work work, PrintStream err) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (EvalSet.BadSet bad) {
      err.println("problem: " + bad.getMessage());
      return ExitCode.BAD_CONFIGURATION;
    } catch (IOException lost) {
      err.println("lost: " + lost.getClass().getSimpleName());
      return ExitCode.LOST;
    }
  }

  static void eval(Path train, Path test, Optional<Path> validation, boolean json, PrintStream out)
      throws IOException {
    EvalSet training = EvalSet.read(train);
    EvalSet asked = EvalSet.read(test);
    Optional<EvalSet> forTheLine =
        validation.isPresent() ? Optional.of(EvalSet.read(validation.get())) : Optional.empty();
    EvalReport report = Eval.of(training, forTheLine, OnnxEmbedder.load()).run(asked);
    out.println(json ? report.json() : report.plain());
  }

  static void bench(Path clinc, int seeds, Optional<Path> export, PrintStream out)
      throws IOException {
    EvalBench bench = EvalBench.read(clinc, OnnxEmbedder.load(), out);
    if (export.isPresent()) {
      bench.export(export.get());
    } else {
      bench.run(seeds);
    }
  }
}
