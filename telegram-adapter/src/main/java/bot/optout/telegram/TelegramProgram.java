package bot.optout.telegram;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Startup;
import bot.optout.content.LiveContent;
import bot.optout.content.Problem;
import bot.optout.knowledge.SentenceModel;
import bot.optout.operation.AdminServer;
import bot.optout.operation.Check;
import bot.optout.operation.ExitCode;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Metrics;
import bot.optout.operation.Settings;
import bot.optout.operation.StoreChecks;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the adapter and runs it until somebody stops it. */
final class TelegramProgram {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramProgram.class);
  private static final String CHECK = "--check";

  /** For the bot; what is closed after it takes the rest of ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final Settings settings;
  private final Supplier<SentenceModel> model;
  private final Clock clock;
  private final Random random;
  private final PrintStream err;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Brake brake = new Brake();
  private volatile int exitCode = ExitCode.DONE;

  TelegramProgram(
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
    brake.pull();
    try {
      if (!finished.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Not everything ended in time; what is open goes on after the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exitCode;
  }

  /** Runs until it is stopped, or ends by itself for a reason that it printed or logged. */
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
    TelegramConfig config = TelegramConfig.from(settings);
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

  private int serve(TelegramConfig config, LiveContent content)
      throws IOException, InterruptedException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    TelegramHttp http =
        TelegramHttp.open(
            config.apiUrl(), config.token().value(), TelegramHttp.Times.USUAL, config.proxy());
    try (Store store = Store.open(config.core().store(), clock);
        TelegramAdapter adapter =
            new TelegramAdapter(
                http,
                TelegramAdapter.Tuning.usual(config.callsPerSecond()),
                TelegramUpdates.kinds(config.guest()),
                clock,
                random)) {
      Pulse pulse = config.webhook().isPresent() ? adapter.webhookPulse() : adapter.pulse();
      List<Check> checks =
          Stream.concat(
                  StoreChecks.of(store, TelegramClient.PLATFORM, clock).stream(),
                  Stream.of(
                      pulse.check(), new Check("content", () -> content.lastTrouble().isEmpty())))
              .toList();
      try (AdminServer admin =
          AdminServer.start(
              config.core().adminHost(),
              config.core().adminPort(),
              checks,
              registry::scrape,
              () -> content.reload().stream().map(Problem::toString).toList())) {
        LOG.info("Health and metrics on port {}", admin.port());
        Optional<TelegramSelf> self = introduced(adapter);
        if (self.isEmpty()) {
          return brake.isPulled() ? ExitCode.DONE : ExitCode.LOST;
        }
        Metrics metrics = new Metrics(registry, TelegramClient.PLATFORM);
        metrics.watch(store, clock);
        metrics.watch(pulse::age);
        Bot bot =
            new Bot(
                BotConfig.of(TelegramClient.PLATFORM, config.core()),
                content,
                store,
                adapter.sender(self.get()),
                clock,
                random,
                metrics);
        TelegramChores chores =
            new TelegramChores(adapter, store, content, clock, config.ownWords());
        try (InlineDesk inline = adapter.inline(self.get(), new BotLibrary(bot, content))) {
          TelegramIntake intake = adapter.intake(self.get(), new BotDoor(bot), inline);
          return config.webhook().isPresent()
              ? served(bot, chores, adapter, intake, config, pulse)
              : converse(bot, chores, polling(store, adapter, intake, pulse));
        }
      }
    }
  }

  private WayIn polling(Store store, TelegramAdapter adapter, TelegramIntake intake, Pulse pulse) {
    return new PollingLease(
        store.leases(), PollingLease.Rhythm.USUAL, () -> adapter.loop(intake, pulse), pulse, clock);
  }

  private int served(
      Bot bot,
      TelegramChores chores,
      TelegramAdapter adapter,
      TelegramIntake intake,
      TelegramConfig config,
      Pulse pulse)
      throws IOException {
    Webhook webhook = config.webhook().orElseThrow();
    int port = config.core().httpPort().orElse(TelegramConfig.HTTP_PORT);
    HttpRoute route =
        HttpRoute.post(TelegramWebhook.PATH, new TelegramWebhook(webhook.secret(), intake));
    try (HttpDoor door =
        HttpDoor.open(config.core().httpHost(), port, List.of(route), HttpLimits.USUAL)) {
      LOG.info("Webhook on port {}", door.port());
      return converse(bot, chores, adapter.watch(webhook, pulse));
    }
  }

  private Optional<TelegramSelf> introduced(TelegramAdapter adapter) throws InterruptedException {
    Introduction introduction = adapter.introduction();
    brake.onPull(introduction::stop);
    try {
      return introduction.self();
    } catch (TelegramTrouble trouble) {
      LOG.error("Telegram does not know the token ({})", trouble.code());
      return Optional.empty();
    }
  }

  private int converse(Bot bot, TelegramChores chores, WayIn way) {
    try (chores) {
      chores.start();
      bot.start();
      brake.onPull(way::stop);
      return way.run() == TelegramLoop.End.STOPPED ? ExitCode.DONE : ExitCode.LOST;
    } finally {
      bot.close(PATIENCE);
    }
  }
}
