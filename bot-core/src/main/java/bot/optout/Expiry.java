package bot.optout;

import bot.optout.delivery.Failure;
import bot.optout.store.Store;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is past its time; to be run every few minutes. Never throws: a schedule would end
 * with what it runs.
 */
public final class Expiry implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

  private final Store store;
  private final Clock clock;

  public Expiry(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      store.expire(clock.instant());
    } catch (RuntimeException trouble) {
      LOG.warn("Nothing expired this time: {}", Failure.of(trouble));
    }
  }
}
