package bot.optout.slack;

import bot.optout.Bot;
import bot.optout.operation.Check;
import bot.optout.operation.HttpRoute;
import bot.optout.program.Foundation;
import bot.optout.program.WayIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the adapter, put together: the bot, Slack's way in, the pages we serve. */
final class SlackAdapter implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int BURST = 3;
  private static final int CHORES = 4;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final SlackHealth health;
  private final SlackTenancy tenancy;
  private final SlackChores chores;
  private final Bot bot;
  private final SlackListener listener;
  private final SlackEntrance entrance;

  /**
   * Nothing runs yet.
   *
   * @param patience of the Socket Mode lines
   */
  SlackAdapter(
      SlackConfig config, SlackClient client, Foundation foundation, SlackLoop.Patience patience) {
    Clock clock = foundation.clock();
    boolean sockets = config.appToken().isPresent();
    health = sockets ? new SlackHealth(clock) : SlackHealth.quiet(clock);
    SlackWords words = new SlackWords(foundation.content());
    tenancy = SlackTenancy.of(config, client, foundation, health, words);
    Workspaces workspaces = tenancy.workspaces();
    SlackApis apis = new SlackApis(client, clock);
    SlackModals modals = new SlackModals(words, clock, SlackModals.PATIENCE);
    SlackSessions sessions = new SlackSessions(apis, SLOW, LONGEST);
    SlackPeople people = new SlackPeople(workspaces, apis, clock);
    chores = new SlackChores(apis, modals, words, people, sessions, CHORES);
    WorkspaceCalls calls = new WorkspaceCalls(workspaces, apis);
    SlackSender sender =
        new SlackSender(
            workspaces,
            calls,
            new SlackViews(calls, modals, clock),
            new SlackPosts(calls, new ResponseUrls(clock), words),
            new SendPace(clock, INTERVAL, BURST),
            sessions);
    bot = foundation.bot(sender, people);
    listener =
        new SlackListener(
            client, new SlackDoor(workspaces, bot::accept, modals, chores, people, words, clock));
    entrance =
        sockets
            ? SlackEntrance.sockets(
                config.appToken().get(),
                config.connections(),
                client,
                tenancy.introduction(),
                listener,
                health,
                foundation,
                patience)
            : SlackEntrance.requests(
                config.signingSecret().orElseThrow(),
                tenancy.introduction(),
                listener,
                health,
                foundation,
                patience);
  }

  Bot bot() {
    return bot;
  }

  WayIn wayIn() {
    return entrance.way();
  }

  /** Since Slack last gave a sign of life; empty before the first. */
  Optional<Duration> silence() {
    return health.silence();
  }

  List<Check> checks() {
    return Stream.concat(health.checks().stream(), entrance.checks().stream()).toList();
  }

  /** The pages to serve; none: nobody has to reach us. */
  List<HttpRoute> routes() {
    return Stream.concat(tenancy.routes().stream(), entrance.routes().stream()).toList();
  }

  /** Closes all parts, also after one that does not close. */
  @Override
  public void close() {
    try (tenancy;
        listener;
        chores) {
      // Their own close is all there is to do.
    }
  }
}
