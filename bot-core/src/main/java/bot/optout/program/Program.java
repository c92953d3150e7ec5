package bot.optout.program;

import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Metrics;
import bot.optout.operation.Settings;
import bot.optout.store.Store;
import bot.optout.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A platform's bot, from its configuration to its exit code. */
public final class Program {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);
  private static final String CHECK = "--check";
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final Settings settings;
  private final Function<Settings, Platform> platforms;
  private final Supplier<SentenceModel> model;
  private final Clock clock;
  private final Random random;
  private final PrintStream err;
  private final Brake brake = new Brake();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.DONE;

  /**
   * Nothing is read yet.
   *
   * @param platforms configures the platform; what is wrong stands in {@link Settings#problems}
   *     afterwards
   * @param err where problems are told
   */
  public Program(
      Settings settings,
      Function<Settings, Platform> platforms,
      Supplier<SentenceModel> model,
      Clock clock,
      Random random,
      PrintStream err) {
    this.settings = settings;
    this.platforms = platforms;
    this.model = model;
    this.clock = clock;
    this.random = random;
    this.err = err;
  }

  /** Runs until it is stopped, or ends by itself for a reason that it printed or logged. */
  public int run(List<String> arguments) throws InterruptedException {
    try {
      exitCode = outcome(arguments);
    } catch (StoreException | IOException lost) {
      err.println(lost.getMessage());
      exitCode = ExitCode.LOST;
    } finally {
      finished.countDown();
    }
    return exitCode;
  }

  /** Asks it to end, waits for that, 30 seconds at most, and gives its exit code. */
  public int stop() {
    brake.pull();
    try {
      if (!finished.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Not everything ended in time; what is open goes on after the next start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return exitCode;
  }

  private int outcome(List<String> arguments) throws IOException, InterruptedException {
    Platform platform = platforms.apply(settings);
    Startup.Readiness readiness = new Startup(clock, model).read(settings, platform.core());
    readiness.print(err);
    boolean understood = arguments.stream().allMatch(CHECK::equals);
    if (!understood) {
      err.println("problem: unknown argument; the only one is " + CHECK);
    }
    if (!understood || readiness.content().isEmpty()) {
      return ExitCode.BAD_CONFIGURATION;
    }
    if (arguments.contains(CHECK)) {
      return ExitCode.DONE;
    }
    try (Store store = Store.open(platform.core().store(), clock)) {
      return platform.serve(
          new Foundation(
              platform.name(),
              platform.core(),
              readiness.content().get(),
              store,
              new Metrics(platform.name()),
              clock,
              random,
              brake));
    }
  }
}
