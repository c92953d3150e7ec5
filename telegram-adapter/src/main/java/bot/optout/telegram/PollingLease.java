package bot.optout.telegram;

import bot.optout.delivery.Failure;
import bot.optout.program.WayIn;
import bot.optout.store.Leases;
import bot.optout.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of several processes one asks for updates, since Telegram answers only one; the others stand by,
 * have turns and deliver all the same. Whoever asks keeps a lease; when it dies, another takes over
 * once the lease ends, and when it stops, at once. Who holds it and hears nothing from Telegram for
 * too long gives it back: another may have a way out that works.
 */
final class PollingLease implements WayIn {
  private static final Logger LOG = LoggerFactory.getLogger(PollingLease.class);
  private static final String NAME = "telegram-polling";

  /**
   * How long a lease holds, and how often it is kept or asked for.
   *
   * @param beat a small part of the lease, so that one that fails costs nothing
   */
  record Rhythm(Duration lease, Duration beat) {
    static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  private final Leases leases;
  private final Rhythm rhythm;
  private final Supplier<TelegramLoop> loops;
  private final Pulse pulse;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile Optional<TelegramLoop> polling = Optional.empty();
  private volatile Instant heldUntil = Instant.MIN;
  private volatile boolean givesWay = false;

  /** Who asks Telegram, as far as we know. */
  private enum Holder {
    US,
    ANOTHER,
    UNKNOWN
  }

  /**
   * @param loops makes one for each time that it is our turn
   * @param pulse beats also while another process asks, as far as we know: then all is well, too
   */
  PollingLease(
      Leases leases, Rhythm rhythm, Supplier<TelegramLoop> loops, Pulse pulse, Clock clock) {
    this.leases = leases;
    this.rhythm = rhythm;
    this.loops = loops;
    this.pulse = pulse;
    this.clock = clock;
  }

  @Override
  public End run() {
    try {
      End end = End.STOPPED;
      do {
        Holder holder = holder();
        if (holder == Holder.US) {
          end = poll();
        } else if (holder == Holder.ANOTHER) {
          pulse.beat();
        }
      } while (end == End.STOPPED && !stop.await(rest().toMillis(), TimeUnit.MILLISECONDS));
      return end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return End.STOPPED;
    } finally {
      release();
    }
  }

  @Override
  public void stop() {
    stop.countDown();
    polling.ifPresent(TelegramLoop::stop);
  }

  private End poll() {
    TelegramLoop loop = loops.get();
    polling = Optional.of(loop);
    if (stop.getCount() == 0) {
      return End.STOPPED;
    }
    LOG.info("This process asks Telegram for updates");
    CountDownLatch ended = new CountDownLatch(1);
    Thread keeper = new Thread(() -> keep(loop, ended), "telegram-lease");
    keeper.setDaemon(true);
    keeper.start();
    try {
      return loop.run();
    } finally {
      ended.countDown();
      polling = Optional.empty();
    }
  }

  /** Until the lease is asked for again: longer for who gave it back, so that others have it. */
  private Duration rest() {
    if (!givesWay) {
      return rhythm.beat();
    }
    givesWay = false;
    release();
    return rhythm.lease();
  }

  /** Whatever ends this ends the loop, which must not ask without a lease. */
  private void keep(TelegramLoop loop, CountDownLatch ended) {
    try {
      Instant begun = clock.instant();
      while (!ended.await(rhythm.beat().toMillis(), TimeUnit.MILLISECONDS)
          && mayAsk(begun, ended)) {
        LOG.trace("The lease is kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error odd) {
      LOG.error("The lease could not be watched over: {}", Failure.of(odd));
    } finally {
      loop.stop();
    }
  }

  private boolean mayAsk(Instant begun, CountDownLatch ended) {
    if (pulse.isLost(begun)) {
      LOG.warn("Telegram does not answer this process; another one may ask");
      givesWay = true;
      return false;
    }
    if (!keeps(ended)) {
      LOG.warn("The lease is gone; this process asks Telegram no more");
      return false;
    }
    return true;
  }

  /** Never takes what was given back meanwhile: a loop ends before its lease is released. */
  private synchronized boolean keeps(CountDownLatch ended) {
    return ended.getCount() == 0 || holder() == Holder.US;
  }

  /** While the database is away nobody else can take the lease before it ends. */
  private Holder holder() {
    Instant now = clock.instant();
    try {
      boolean ours = leases.hold(NAME, rhythm.lease());
      heldUntil = ours ? now.plus(rhythm.lease()) : Instant.MIN;
      return ours ? Holder.US : Holder.ANOTHER;
    } catch (StoreException trouble) {
      LOG.warn("The lease could not be kept: {}", trouble.getMessage());
      return now.isBefore(heldUntil) ? Holder.US : Holder.UNKNOWN;
    }
  }

  private synchronized void release() {
    heldUntil = Instant.MIN;
    try {
      leases.release(NAME);
    } catch (StoreException trouble) {
      LOG.warn("The lease could not be given back: {}", trouble.getMessage());
    }
  }
}
