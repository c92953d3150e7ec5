package bot.optout.slack;

import bot.optout.operation.BackOff;
import bot.optout.program.WayIn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP mode: Slack comes to us. All there is to do is to ask at the start who we are, and from time
 * to time whether the token is still good: nobody else would tell.
 */
final class SlackHttpMode implements WayIn {
  private static final Logger LOG = LoggerFactory.getLogger(SlackHttpMode.class);

  private final Introduction introduction;
  private final SlackHealth health;
  private final BackOff backoff;
  private final Duration between;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param between two questions about the token
   */
  SlackHttpMode(Introduction introduction, SlackHealth health, BackOff backoff, Duration between) {
    this.introduction = introduction;
    this.health = health;
    this.backoff = backoff;
    this.between = between;
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public End run() throws InterruptedException {
    boolean introduced = false;
    Duration wait = Duration.ZERO;
    while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      SlackReply reply = introduction.ask();
      if (reply instanceof SlackReply.Done) {
        introduced = true;
        health.tokenSeen(true);
        health.connected(this, true);
        backoff.reset();
        wait = between;
        continue;
      }
      if (Introduction.isRejection(reply)) {
        health.tokenSeen(false);
        LOG.error("Slack rejects our token: {}", reply);
        if (!introduced) {
          return End.REJECTED;
        }
      }
      wait = Introduction.patience(reply, backoff.next());
    }
    health.connected(this, false);
    return End.STOPPED;
  }
}
