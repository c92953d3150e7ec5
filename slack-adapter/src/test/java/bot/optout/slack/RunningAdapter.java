package bot.optout.slack;

import bot.optout.Incoming;
import bot.optout.operation.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The adapter's busy half on its own thread, connected to a fake Slack. */
final class RunningAdapter implements AutoCloseable {
  static final String HINT = "I have written to you in our direct messages.";

  private static final SlackLoop.Patience HASTY =
      new SlackLoop.Patience(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(5));

  private final SlackLoop loop;
  private final CompletableFuture<SlackLoop.Ending> ending = new CompletableFuture<>();

  private RunningAdapter(SlackLoop loop) {
    this.loop = loop;
  }

  static SlackClient client(FakeSlack slack, Duration patience) {
    return SlackClient.to(
        slack.apiUrl(), new Secret(FakeSlack.BOT_TOKEN), new Secret(FakeSlack.APP_TOKEN), patience);
  }

  static RunningAdapter start(SlackClient client, SlackHealth health, Consumer<Incoming> intake) {
    SlackLoop loop =
        new SlackLoop(
            client,
            identity ->
                new SlackIntake(
                    SlackDoor.app(client, new SlackDoor(new SlackEvents(identity), intake, HINT)),
                    4),
            health,
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(100), new Random(1)),
            HASTY);
    RunningAdapter adapter = new RunningAdapter(loop);
    Thread thread = new Thread(adapter::run, "slack-loop");
    thread.setDaemon(true);
    thread.start();
    return adapter;
  }

  static SlackHealth health() {
    return new SlackHealth(Clock.systemUTC());
  }

  private void run() {
    try {
      ending.complete(loop.run());
    } catch (InterruptedException | RuntimeException trouble) {
      ending.completeExceptionally(trouble);
    }
  }

  SlackLoop.Ending awaitEnding() {
    try {
      return ending.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException trouble) {
      throw new AssertionError("the loop does not end", trouble);
    }
  }

  @Override
  public void close() {
    loop.stop();
    awaitEnding();
  }
}
