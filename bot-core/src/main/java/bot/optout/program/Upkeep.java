package bot.optout.program;

import bot.optout.delivery.Failure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the chores, on a thread of its own. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Duration afterTrouble;
  private final ScheduledExecutorService thread;

  /**
   * @param afterTrouble how long until a chore that threw is done again
   */
  Upkeep(String name, Duration afterTrouble) {
    this.afterTrouble = afterTrouble;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does it now, and from then on as often as it says. */
  void repeat(Chore chore) {
    again(chore, Duration.ZERO);
  }

  private void again(Chore chore, Duration pause) {
    Future<?> unused =
        thread.schedule(() -> again(chore, done(chore)), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Duration done(Chore chore) {
    try {
      return chore.run();
    } catch (RuntimeException | Error trouble) {
      LOG.warn("A chore is left for later: {}", Failure.of(trouble));
      return afterTrouble;
    }
  }

  /** Begins nothing more; what is running is interrupted. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
