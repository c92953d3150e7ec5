package bot.optout.slack;

import bot.optout.operation.BackOff;
import bot.optout.operation.Check;
import bot.optout.operation.HttpRoute;
import bot.optout.operation.Secret;
import bot.optout.program.Foundation;
import bot.optout.program.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How Slack reaches us, and what has to be served and checked for that. */
record SlackEntrance(WayIn way, List<HttpRoute> routes, List<Check> checks) {
  private static final int LANES = 4;
  private static final Duration BETWEEN_INTRODUCTIONS = Duration.ofMinutes(5);

  SlackEntrance {
    routes = List.copyOf(routes);
    checks = List.copyOf(checks);
  }

  /** By sockets that we open. */
  static SlackEntrance sockets(
      Secret appToken,
      int connections,
      SlackClient client,
      Introduction introduction,
      SlackListener listener,
      SlackHealth health,
      Foundation foundation,
      SlackLoop.Patience patience) {
    SlackSocketIntake intake = new SlackSocketIntake(listener, LANES, foundation.clock());
    List<SlackLoop> lines =
        IntStream.range(0, connections)
            .mapToObj(
                line ->
                    new SlackLoop(
                        client,
                        appToken,
                        introduction,
                        intake,
                        health,
                        backoff(foundation, patience),
                        patience))
            .toList();
    return new SlackEntrance(
        new SlackSocketMode(lines, intake, patience.drain()),
        List.of(),
        List.of(new Check("slack-intake", intake::isTaking)));
  }

  /** By requests that Slack sends and signs. */
  static SlackEntrance requests(
      Secret signingSecret,
      Introduction introduction,
      SlackListener listener,
      SlackHealth health,
      Foundation foundation,
      SlackLoop.Patience patience) {
    SlackSignature signature = new SlackSignature(signingSecret, foundation.clock());
    return new SlackEntrance(
        new SlackHttpMode(
            introduction, health, backoff(foundation, patience), BETWEEN_INTRODUCTIONS),
        List.of(new SlackRequests(signature, listener).route()),
        List.of());
  }

  private static BackOff backoff(Foundation foundation, SlackLoop.Patience patience) {
    return patience.backoff(new Random(foundation.random().nextLong()));
  }
}
