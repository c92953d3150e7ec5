package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Incoming;
import bot.optout.content.Content;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.operation.BackOff;
import bot.optout.operation.HttpDoor;
import bot.optout.operation.HttpLimits;
import bot.optout.operation.Secret;
import bot.optout.program.WayIn;
import bot.optout.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The adapter's parts around a fake Slack, in one of the two modes. */
final class RunningAdapter implements AutoCloseable {
  static final String HINT = "I have written to you in our direct messages.";

  static final SlackLoop.Patience HASTY =
      new SlackLoop.Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofMillis(10),
          Duration.ofMillis(100));

  /** How Slack reaches the adapter. */
  enum Way {
    SOCKET,
    HTTP
  }

  final SlackClient client;
  final OneWorkspace workspace;
  final SlackApis apis;
  final SlackModals modals;
  final SlackSessions sessions;
  final SlackWords words;
  final SlackPeople people;
  final SlackHealth health;
  private final SlackChores chores;
  private final Optional<FakeSlack> slack;
  private final Clock clock;
  private final List<AutoCloseable> running = new ArrayList<>();
  private final CompletableFuture<WayIn.End> ending = new CompletableFuture<>();
  private Optional<WayIn> mode = Optional.empty();

  RunningAdapter(FakeSlack slack, Clock clock, Supplier<Content> content, Duration patience) {
    this(slack, clock, content, patience, Duration.ofSeconds(2));
  }

  /**
   * @param forms how long a form waits for its answer
   */
  RunningAdapter(
      FakeSlack slack, Clock clock, Supplier<Content> content, Duration patience, Duration forms) {
    this(Optional.of(slack), slack.apiUrl(), clock, content, patience, forms);
  }

  /** Where nobody answers: for what is only about what comes in. */
  RunningAdapter(String apiUrl, Clock clock, Supplier<Content> content) {
    this(Optional.empty(), apiUrl, clock, content, Duration.ofSeconds(1), SlackModals.PATIENCE);
  }

  private RunningAdapter(
      Optional<FakeSlack> slack,
      String apiUrl,
      Clock clock,
      Supplier<Content> content,
      Duration patience,
      Duration forms) {
    this.slack = slack;
    this.clock = clock;
    this.client = SlackClient.to(apiUrl, patience);
    this.health = new SlackHealth(clock);
    this.workspace = new OneWorkspace(new Secret(FakeSlack.BOT_TOKEN), health, team -> {});
    this.apis = new SlackApis(client, clock);
    this.words = new SlackWords(content);
    this.modals = new SlackModals(words, clock, forms);
    this.sessions = new SlackSessions(apis, Duration.ofMillis(500), Duration.ofMinutes(1));
    this.people = new SlackPeople(workspace, apis, clock);
    this.chores = new SlackChores(apis, modals, words, people, sessions, 2);
  }

  static RunningAdapter of(FakeSlack slack) {
    return new RunningAdapter(slack, Clock.systemUTC(), TestContent::get, Duration.ofSeconds(5));
  }

  SlackSender sender(SendPace pace) {
    WorkspaceCalls calls = new WorkspaceCalls(workspace, apis);
    return new SlackSender(
        workspace,
        calls,
        new SlackViews(calls, modals, clock),
        new SlackPosts(calls, new ResponseUrls(clock), words),
        pace,
        sessions);
  }

  /** For tests that send without listening. */
  RunningAdapter introduced() {
    workspace.introduced(new SlackIdentity(FakeSlack.TEAM, FakeSlack.BOT_USER));
    return this;
  }

  /** A bot that works only when it is told to. */
  Bot bot(Store store, Supplier<Content> content) {
    return new Bot(
        new BotConfig(SlackEvents.PLATFORM, "", 7, 30, 30, 1, 1),
        content,
        store,
        sender(new SendPace(Clock.systemUTC(), Duration.ZERO, 1)),
        people,
        clock,
        new Random(1),
        Tally.NONE);
  }

  SlackListener listener(Predicate<Incoming> intake) {
    return new SlackListener(
        client, new SlackDoor(workspace, intake, modals, chores, people, words, clock));
  }

  RunningAdapter listen(Way way, Predicate<Incoming> intake) {
    return listen(way, 1, intake);
  }

  RunningAdapter listen(Way way, int connections, Predicate<Incoming> intake) {
    SlackListener listener = listener(intake);
    Introduction introduction = Introduction.of(client, workspace);
    WayIn started =
        way == Way.SOCKET
            ? sockets(connections, introduction, new SlackSocketIntake(listener, 4, clock))
            : http(introduction, listener);
    mode = Optional.of(started);
    Thread thread = new Thread(() -> run(started), "slack-mode");
    thread.setDaemon(true);
    thread.start();
    running.add(listener);
    return this;
  }

  private WayIn sockets(int connections, Introduction introduction, SlackSocketIntake intake) {
    return new SlackSocketMode(
        IntStream.range(0, connections)
            .mapToObj(
                line ->
                    new SlackLoop(
                        client,
                        new Secret(FakeSlack.APP_TOKEN),
                        introduction,
                        intake,
                        health,
                        backoff(line),
                        HASTY))
            .toList(),
        intake,
        HASTY.drain());
  }

  private WayIn http(Introduction introduction, SlackListener listener) {
    try {
      HttpDoor door =
          HttpDoor.open(
              "127.0.0.1",
              0,
              List.of(
                  new SlackRequests(
                          new SlackSignature(new Secret(FakeRequests.SECRET), Clock.systemUTC()),
                          listener)
                      .route()),
              HttpLimits.USUAL);
      running.add(door);
      slack.orElseThrow().comeTo(door.port());
      // In HTTP mode an event may come before we know who we are; then it comes again.
      introduction.ask();
      return new SlackHttpMode(introduction, health, backoff(0), Duration.ofMillis(500));
    } catch (IOException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static BackOff backoff(int line) {
    return HASTY.backoff(new Random(line));
  }

  private void run(WayIn started) {
    try {
      ending.complete(started.run());
    } catch (InterruptedException | RuntimeException trouble) {
      ending.completeExceptionally(trouble);
    }
  }

  WayIn.End awaitEnding() {
    try {
      return ending.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException trouble) {
      throw new AssertionError("the adapter does not end", trouble);
    }
  }

  /** Stops listening; what was taken is acknowledged. */
  void stop() {
    mode.ifPresent(
        started -> {
          started.stop();
          awaitEnding();
        });
    mode = Optional.empty();
  }

  @Override
  public void close() {
    stop();
    for (AutoCloseable part : running) {
      try {
        part.close();
      } catch (Exception trouble) {
        throw new IllegalStateException("a part does not close", trouble);
      }
    }
    chores.close();
    client.close();
  }
}
