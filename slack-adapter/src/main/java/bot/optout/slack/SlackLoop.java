package bot.optout.slack;

import bot.optout.delivery.Failure;
import bot.optout.operation.BackOff;
import bot.optout.operation.Secret;
import bot.optout.program.WayIn;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one Socket Mode connection up: connects, renews when Slack asks for it, notices a dead
 * line, starts over with patience. The only busy one.
 */
final class SlackLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SlackLoop.class);

  /**
   * The loop's patience.
   *
   * @param greeting with a new connection
   * @param ping between two looks at a quiet connection
   * @param drain with what was taken when the loop stops
   * @param again after the first failure in a row; it doubles up to {@code most}
   */
  record Patience(Duration greeting, Duration ping, Duration drain, Duration again, Duration most) {
    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1));

    BackOff backoff(Random random) {
      return new BackOff(again, most, random);
    }
  }

  private sealed interface Signal {}

  private record Ended(SlackConnection connection) implements Signal {}

  private record Disconnect(SlackConnection connection, String reason) implements Signal {}

  private record Stop() implements Signal {}

  private final SlackClient client;
  private final Secret appToken;
  private final Introduction introduction;
  private final SlackSocketIntake intake;
  private final SlackHealth health;
  private final BackOff backoff;
  private final Patience patience;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile boolean stopping;

  SlackLoop(
      SlackClient client,
      Secret appToken,
      Introduction introduction,
      SlackSocketIntake intake,
      SlackHealth health,
      BackOff backoff,
      Patience patience) {
    this.client = client;
    this.appToken = appToken;
    this.introduction = introduction;
    this.intake = intake;
    this.health = health;
    this.backoff = backoff;
    this.patience = patience;
  }

  /** Ends the loop; {@link #run} returns soon after. */
  void stop() {
    stopping = true;
    signals.add(new Stop());
  }

  /** Runs until it is stopped or Slack rejects our tokens. */
  WayIn.End run() throws InterruptedException {
    while (!stopping) {
      SlackReply reply = introduction.ask();
      if (reply instanceof SlackReply.Done) {
        health.tokenSeen(true);
        return serve();
      }
      if (Introduction.isRejection(reply)) {
        return rejected(reply);
      }
      rest(reply);
    }
    return WayIn.End.STOPPED;
  }

  private WayIn.End serve() throws InterruptedException {
    Optional<SlackConnection> current = Optional.empty();
    try {
      while (!stopping) {
        SlackReply reply = client.openConnection(appToken);
        if (Introduction.isRejection(reply)) {
          return rejected(reply);
        }
        Optional<SlackConnection> next = connect(reply);
        if (next.isEmpty()) {
          rest(reply);
          continue;
        }
        if (current.isPresent()) {
          intake.settle(patience.drain());
          current.get().close();
        }
        current = next;
        current = listen(next.get());
      }
      return WayIn.End.STOPPED;
    } finally {
      health.connected(this, false);
      if (current.isPresent()) {
        intake.settle(patience.drain());
        current.get().close();
      }
    }
  }

  private Optional<SlackConnection> connect(SlackReply reply) throws InterruptedException {
    if (!(reply instanceof SlackReply.Done done)) {
      return Optional.empty();
    }
    Optional<SlackConnection> connection =
        SlackJson.text(done.body(), "url").flatMap(this::prepared);
    if (connection.isPresent() && !connection.get().open(patience.greeting().toMillis())) {
      connection.get().close();
      return Optional.empty();
    }
    return connection;
  }

  private Optional<SlackConnection> prepared(String url) {
    try {
      return Optional.of(
          SlackConnection.to(
              url,
              client.slack(),
              appToken.value(),
              this::hear,
              connection -> signals.add(new Ended(connection))));
    } catch (URISyntaxException malformed) {
      LOG.warn("Slack gave an address that is none");
      return Optional.empty();
    }
  }

  /** On the WebSocket's thread, which an Error must not end. */
  private void hear(SlackConnection connection, String message) {
    try {
      health.signOfLife();
      SlackEnvelope.read(message)
          .ifPresent(
              envelope -> {
                switch (envelope.type()) {
                  case "hello" -> connection.greet();
                  case "disconnect" -> {
                    connection.turnAway();
                    signals.add(
                        new Disconnect(connection, envelope.reason().orElse("unnamed reason")));
                  }
                  default -> intake.take(connection, envelope, message);
                }
              });
    } catch (Throwable trouble) {
      LOG.error("Not heard: {}", Failure.of(trouble));
    }
  }

  /** Returns when a new connection is needed: with the old one if that still works until then. */
  private Optional<SlackConnection> listen(SlackConnection connection) throws InterruptedException {
    health.connected(this, true);
    LOG.info("Connected to Slack");
    while (!stopping) {
      Signal signal = signals.poll(patience.ping().toMillis(), TimeUnit.MILLISECONDS);
      if (signal instanceof Disconnect disconnect && disconnect.connection() == connection) {
        return disconnected(connection, disconnect.reason());
      }
      boolean over = signal instanceof Ended ended && ended.connection() == connection;
      if (over || (signal == null && !connection.isAlive())) {
        LOG.warn("The connection to Slack is lost");
        return lost(connection);
      }
      if (signal == null) {
        backoff.reset();
        health.signOfLife();
      }
    }
    return Optional.of(connection);
  }

  private Optional<SlackConnection> disconnected(SlackConnection connection, String reason)
      throws InterruptedException {
    LOG.info("Slack asks for a new connection: {}", reason);
    if (reason.equals("warning") || reason.equals("refresh_requested")) {
      return Optional.of(connection);
    }
    return lost(connection);
  }

  /** Even then with a pause: a server that hangs up at once would be called without end. */
  private Optional<SlackConnection> lost(SlackConnection connection) throws InterruptedException {
    health.connected(this, false);
    connection.close();
    pause(backoff.next());
    return Optional.empty();
  }

  private void rest(SlackReply reply) throws InterruptedException {
    Object reason = reply instanceof SlackReply.Done ? "the WebSocket does not open" : reply;
    LOG.warn("No connection to Slack ({}), trying again", reason);
    pause(Introduction.patience(reply, backoff.next()));
  }

  /** Ends early when the loop is to stop; other signals are about connections that are gone. */
  private void pause(Duration wait) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    long left = wait.toNanos();
    while (!stopping && left > 0) {
      signals.poll(left, TimeUnit.NANOSECONDS);
      left = end - System.nanoTime();
    }
  }

  private WayIn.End rejected(SlackReply reply) {
    health.tokenSeen(false);
    LOG.error("Slack rejects our tokens: {}", reply);
    return WayIn.End.REJECTED;
  }
}
