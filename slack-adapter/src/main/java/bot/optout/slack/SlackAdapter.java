package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.content.Content;
import bot.optout.delivery.Tally;
import bot.optout.operation.BackOff;
import bot.optout.operation.Check;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import bot.optout.operation.StoreChecks;
import bot.optout.store.Store;
import bot.optout.store.TenantKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The parts of the adapter, put together: the bot, Slack's ways in, the pages we serve. */
final class SlackAdapter implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int BURST = 3;
  private static final int LANES = 4;
  private static final int CHORES = 4;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration BETWEEN_INTRODUCTIONS = Duration.ofMinutes(5);

  private final Bot bot;
  private final SlackMode mode;
  private final SlackHealth health;
  private final List<Check> checks;
  private final List<HttpRoute> routes;
  private final List<AutoCloseable> parts;

  private SlackAdapter(
      Bot bot,
      SlackMode mode,
      SlackHealth health,
      List<Check> checks,
      List<HttpRoute> routes,
      List<AutoCloseable> parts) {
    this.bot = bot;
    this.mode = mode;
    this.health = health;
    this.checks = List.copyOf(checks);
    this.routes = List.copyOf(routes);
    this.parts = List.copyOf(parts);
  }

  /**
   * What it stands on, opened and closed by others.
   *
   * @param patience of the Socket Mode lines
   */
  record Ground(
      SlackClient client,
      Store store,
      Supplier<Content> content,
      Tally tally,
      Clock clock,
      Random random,
      SlackLoop.Patience patience) {}

  /** Nothing runs yet. */
  static SlackAdapter of(SlackConfig config, Ground ground) {
    Clock clock = ground.clock();
    boolean sockets = config.appToken().isPresent();
    SlackHealth health = sockets ? new SlackHealth(clock) : SlackHealth.quiet(clock);
    SlackWords words = new SlackWords(ground.content());
    Consumer<String> purge =
        team -> ground.store().forget(new TenantKey(SlackEvents.PLATFORM, team));
    List<AutoCloseable> parts = new ArrayList<>();
    List<HttpRoute> routes = new ArrayList<>();

    Introduction introduction;
    Workspaces workspaces;
    if (config.oauth().isPresent()) {
      SlackOAuth oauth = config.oauth().get();
      Tokens tokens = new Tokens(clock);
      InstalledWorkspaces installed =
          new InstalledWorkspaces(
              ground.store().installations(), ground.client(), oauth, tokens, purge, clock);
      SlackInstall pages =
          new SlackInstall(
              oauth,
              new InstallState(oauth.clientSecret(), clock),
              ground.client(),
              tokens,
              installed::installed,
              words);
      parts.add(installed);
      routes.addAll(pages.routes());
      workspaces = installed;
      introduction = Introduction.NONE;
    } else {
      OneWorkspace one = new OneWorkspace(config.botToken().orElseThrow(), health, purge);
      workspaces = one;
      introduction = Introduction.of(ground.client(), one);
    }

    SlackApis apis = new SlackApis(ground.client(), clock);
    SlackModals modals = new SlackModals(words, clock, SlackModals.PATIENCE);
    SlackSessions sessions = new SlackSessions(apis, SLOW);
    SlackPeople people = new SlackPeople(workspaces, apis, clock);
    SlackChores chores = new SlackChores(apis, modals, words, people, sessions, CHORES);
    WorkspaceCalls calls = new WorkspaceCalls(workspaces, apis);
    SlackSender sender =
        new SlackSender(
            workspaces,
            calls,
            new SlackPages(calls, modals, clock),
            new SlackPosts(calls, new ResponseUrls(clock), words),
            new Pace(clock, INTERVAL, BURST),
            sessions);
    Bot bot =
        new Bot(
            BotConfig.of(SlackEvents.PLATFORM, config.core()),
            ground.content(),
            ground.store(),
            sender,
            people,
            clock,
            ground.random(),
            ground.tally());
    SlackListener listener =
        new SlackListener(
            ground.client(), new SlackDoor(workspaces, bot::accept, modals, chores, words, clock));
    parts.add(chores);
    parts.add(listener);

    List<Check> checks =
        new ArrayList<>(StoreChecks.of(ground.store(), SlackEvents.PLATFORM, clock));
    checks.add(new Check("slack-connection", health::isConnected, health::detail));
    checks.add(new Check("slack-token", health::isTokenValid));
    SlackMode mode;
    if (sockets) {
      SlackIntake intake = new SlackIntake(listener, LANES, clock);
      checks.add(new Check("slack-intake", intake::isTaking));
      mode =
          sockets(
              config.appToken().get(), config.connections(), introduction, intake, health, ground);
    } else {
      SlackSignature signature = new SlackSignature(config.signingSecret().orElseThrow(), clock);
      routes.add(new SlackRequests(signature, listener).route());
      mode = new SlackHttpMode(introduction, health, backoff(ground), BETWEEN_INTRODUCTIONS);
    }
    return new SlackAdapter(bot, mode, health, checks, routes, parts);
  }

  private static SlackMode sockets(
      Secret appToken,
      int connections,
      Introduction introduction,
      SlackIntake intake,
      SlackHealth health,
      Ground ground) {
    List<SlackLoop> lines =
        IntStream.range(0, connections)
            .mapToObj(
                line ->
                    new SlackLoop(
                        ground.client(),
                        appToken,
                        introduction,
                        intake,
                        health,
                        backoff(ground),
                        ground.patience()))
            .toList();
    return new SlackSocketMode(lines, intake, ground.patience().drain());
  }

  private static BackOff backoff(Ground ground) {
    return ground.patience().backoff(new Random(ground.random().nextLong()));
  }

  Bot bot() {
    return bot;
  }

  SlackMode mode() {
    return mode;
  }

  /** Since Slack last gave a sign of life; empty before the first. */
  Optional<Duration> silence() {
    return health.silence();
  }

  List<Check> checks() {
    return checks;
  }

  /** The pages to serve; none: nobody has to reach us. */
  List<HttpRoute> routes() {
    return routes;
  }

  /** Closes all parts, also after one that does not close. */
  @Override
  public void close() {
    closeAll(parts);
  }

  static void closeAll(List<AutoCloseable> parts) {
    List<Exception> troubles = new ArrayList<>();
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception trouble) {
        troubles.add(trouble);
      }
    }
    if (!troubles.isEmpty()) {
      IllegalStateException all = new IllegalStateException("not every part closes");
      troubles.forEach(all::addSuppressed);
      throw all;
    }
  }
}
