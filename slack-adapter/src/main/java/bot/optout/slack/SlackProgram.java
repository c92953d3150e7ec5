package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Startup;
import bot.optout.content.Content;
import bot.optout.content.LiveContent;
import bot.optout.conversation.Phrase;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.AdminServer;
import bot.optout.operation.Check;
import bot.optout.operation.ExitCode;
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
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int BURST = 3;
  private static final int LANES = 4;
  private static final long EXPIRY_MINUTES = 5;

  private final Settings settings;
  private final Supplier<SentenceModel> model;
  private final Clock clock;
  private final Random random;
  private final PrintStream err;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.DONE;
  private volatile boolean stopping;
  private volatile Optional<SlackLoop> running = Optional.empty();

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
    stopping = true;
    running.ifPresent(SlackLoop::stop);
    try {
      finished.await(STOPPING.toSeconds(), TimeUnit.SECONDS);
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
    SlackHealth health = new SlackHealth(clock);
    try (Store store = Store.open(config.core().store(), clock);
        SlackClient client =
            SlackClient.to(config.apiUrl(), config.botToken(), config.appToken(), PATIENCE);
        AdminServer admin =
            AdminServer.start(
                config.core().adminHost(),
                config.core().adminPort(),
                checks(store, health),
                registry::scrape)) {
      metrics.watch(store.outbox(), clock);
      SlackSender sender =
          new SlackSender(
              client, new Pace(clock, INTERVAL, BURST), new ResponseUrls(clock), health);
      Bot bot =
          new Bot(
              BotConfig.of(SlackEvents.PLATFORM, config.core()),
              content,
              store,
              sender,
              clock,
              random,
              metrics);
      log.info("Health and metrics on port {}", admin.port());
      return converse(bot, store, content, loop(client, bot, content.get(), health));
    }
  }

  private static List<Check> checks(Store store, SlackHealth health) {
    return List.of(
        new Check("database", store::healthy),
        new Check("slack-connection", health::isConnected),
        new Check("slack-token", health::isTokenValid));
  }

  private SlackLoop loop(SlackClient client, Bot bot, Content content, SlackHealth health) {
    String hint =
        content.script(content.defaultLanguage()).phrases().say(Phrase.CONTINUED_IN_PRIVATE);
    return new SlackLoop(
        client,
        identity ->
            new SlackIntake(
                SlackDoor.app(client, new SlackDoor(new SlackEvents(identity), bot::accept, hint)),
                LANES),
        health,
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), random),
        SlackLoop.Patience.USUAL);
  }

  private int converse(Bot bot, Store store, LiveContent content, SlackLoop loop)
      throws InterruptedException {
    ScheduledExecutorService expiry = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> expiring =
        expiry.scheduleWithFixedDelay(() -> expire(store), 0, EXPIRY_MINUTES, TimeUnit.MINUTES);
    content.watch(expiry, LiveContent.PACE);
    try {
      bot.start();
      running = Optional.of(loop);
      if (stopping) {
        loop.stop();
      }
      return loop.run() == SlackLoop.Ending.STOPPED ? ExitCode.DONE : ExitCode.LOST;
    } finally {
      bot.close(PATIENCE);
      expiring.cancel(false);
      expiry.shutdownNow();
    }
  }

  private void expire(Store store) {
    try {
      store.expire(clock.instant());
    } catch (StoreException trouble) {
      log.warn("Nothing expired this time: {}", trouble.getClass().getSimpleName());
    }
  }
}
