package bot.optout.slack;

import bot.optout.Expiry;
import bot.optout.Startup;
import bot.optout.content.LiveContent;
import bot.optout.content.Problem;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.AdminServer;
import bot.optout.operation.ExitCode;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.Metrics;
import bot.optout.operation.Settings;
import bot.optout.store.Store;
import bot.optout.store.StoreException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the adapter and runs it. */
final class SlackProgram {
  private static final Logger log = LoggerFactory.getLogger(SlackProgram.class);
  private static final String CHECK = "--check";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STOPPING = Duration.ofSeconds(30);

  /** From the wish to stop to the end, with a part of it for what is closed after the bot. */
  private static final Duration STOP = Duration.ofSeconds(10);

  private static final Duration AFTERWARDS = Duration.ofSeconds(2);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final long EXPIRY_MINUTES = 5;

  private final Settings settings;
  private final Supplier<SentenceModel> model;
  private final Clock clock;
  private final Random random;
  private final PrintStream err;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.DONE;
  private volatile boolean stopping;
  private volatile long stopBy;
  private volatile Optional<SlackMode> running = Optional.empty();

  SlackProgram(
      Settings settings,
      Supplier<SentenceModel> model,
      Clock clock,
      Random random,
      PrintStream err) {
    this.settings = settings;
    this.model = model;
    this.clock = clock;
    this.random = random;
    this.err = err;
  }

  /** Asks the program to end, waits for it, and gives its exit code. */
  int stop() {
    stopBy = System.nanoTime() + STOP.toNanos();
    stopping = true;
    running.ifPresent(SlackMode::stop);
    try {
      if (!finished.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("Not everything ended in time; what is open goes on after the next start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return exitCode;
  }

  /** Runs until it is stopped, or for good reason ends by itself. */
  int run(List<String> arguments) throws InterruptedException {
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

  private int outcome(List<String> arguments) throws IOException, InterruptedException {
    SlackConfig config = SlackConfig.from(settings);
    Startup.Readiness readiness = new Startup(clock, model).read(settings, config.core());
    readiness.print(err);
    boolean understood = arguments.stream().allMatch(CHECK::equals);
    if (!understood) {
      err.println("problem: unknown argument; the only one is " + CHECK);
    }
    if (!understood || readiness.content().isEmpty()) {
      return ExitCode.BAD_CONFIGURATION;
    }
    return arguments.contains(CHECK) ? ExitCode.DONE : serve(config, readiness.content().get());
  }

  private int serve(SlackConfig config, LiveContent content)
      throws IOException, InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Metrics metrics = new Metrics(registry, SlackEvents.PLATFORM);
    try (Store store = Store.open(config.core().store(), clock);
        SlackClient client = SlackClient.to(config.apiUrl(), PATIENCE);
        SlackAdapter adapter =
            SlackAdapter.of(
                config,
                new SlackAdapter.Ground(
                    client, store, content, metrics, clock, random, SlackLoop.Patience.USUAL));
        AdminServer admin =
            AdminServer.start(
                config.core().adminHost(),
                config.core().adminPort(),
                adapter.checks(),
                registry::scrape,
                () -> content.reload().stream().map(Problem::toString).toList())) {
      metrics.watch(store, clock);
      metrics.watch(adapter::silence);
      log.info("Health and metrics on port {}", admin.port());
      if (!config.needsHttp()) {
        return converse(adapter, store, content);
      }
      try (HttpDoor door =
          HttpDoor.open(
              config.core().httpHost(), config.httpPort(), adapter.routes(), HttpLimits.USUAL)) {
        log.info("Slack's requests on port {}", door.port());
        return converse(adapter, store, content);
      }
    }
  }

  private int converse(SlackAdapter adapter, Store store, LiveContent content)
      throws InterruptedException {
    ScheduledExecutorService expiry = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> expiring =
        expiry.scheduleWithFixedDelay(
            new Expiry(store, clock), 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
    content.watch(expiry, LiveContent.PACE);
    try {
      adapter.bot().start();
      running = Optional.of(adapter.mode());
      if (stopping) {
        adapter.mode().stop();
      }
      return adapter.mode().run() == SlackMode.Ending.STOPPED ? ExitCode.DONE : ExitCode.LOST;
    } finally {
      adapter.bot().close(timeToStop());
      expiring.cancel(false);
      expiry.shutdownNow();
    }
  }

  /** What is left for the bot of the time that stopping may take. */
  private Duration timeToStop() {
    Duration whole = stopping ? Duration.ofNanos(stopBy - System.nanoTime()) : STOP;
    Duration left = whole.minus(AFTERWARDS);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
