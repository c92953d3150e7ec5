package bot.optout.delivery;

import bot.optout.store.ClaimedEvent;
import bot.optout.store.Inbox;
import bot.optout.store.NewMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs turns: many conversations at once, the events of one conversation one by one and in order. A
 * turn that fails is tried again after 1, 4, 16 and 64 seconds and then set aside with an apology;
 * its conversation waits for it.
 */
public final class Lanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
  private static final int TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final String platform;
  private final TurnHandler handler;
  private final Tally tally;
  private final Workers workers;
  private final Held<ClaimedEvent> held = new Held<>();

  /**
   * @param platform only its events are run
   * @param workers turns at once
   */
  public Lanes(
      Inbox inbox, String platform, TurnHandler handler, Clock clock, Tally tally, int workers) {
    this.inbox = inbox;
    this.platform = platform;
    this.handler = handler;
    this.tally = tally;
    this.workers =
        new Workers(
            "turns", workers, this::step, () -> inbox.nextDue(platform), this::extend, clock);
  }

  public void start() {
    workers.start();
  }

  /** Something was accepted: look at once. */
  public void wake() {
    workers.wake();
  }

  /**
   * Runs everything that is due, on the calling thread, until nothing is due any more. With one
   * thread and a clock that stands still, the order is that of acceptance.
   */
  public void drain() {
    workers.drain();
  }

  /** Claims nothing more; the running turns go on. */
  public void stop() {
    workers.stop();
  }

  /** Claims nothing more and waits for the running turns; interrupts them after that long. */
  public void close(Duration patience) {
    workers.close(patience);
  }

  @Override
  public void close() {
    close(PATIENCE);
  }

  private boolean step() {
    Optional<ClaimedEvent> event = inbox.claim(platform);
    event.ifPresent(claimed -> held.during(claimed, this::turn));
    return event.isPresent();
  }

  private void extend() {
    held.forEach(inbox::extend);
  }

  /** The one place where anything a turn throws ends. */
  private void turn(ClaimedEvent event) {
    LogContext.turn(event.id(), () -> have(event));
  }

  private void have(ClaimedEvent event) {
    // Whoever tried it for the last time may have died of it, so it is not tried once more.
    if (event.attempts() > TRIES) {
      setAside(event);
      return;
    }
    try {
      handler.run(event);
      tally.turn();
    } catch (Throwable trouble) {
      failed(event, trouble);
    }
  }

  private void failed(ClaimedEvent event, Throwable trouble) {
    tally.turnFailed();
    LOG.warn(
        "Turn {} failed, try {} of {}: {}",
        event.id(),
        event.attempts(),
        TRIES,
        Failure.of(trouble));
    if (event.attempts() >= TRIES) {
      setAside(event);
    } else {
      inbox.retryLater(event, Duration.ofSeconds(1L << (2 * (event.attempts() - 1))));
    }
    if (trouble instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
  }

  private void setAside(ClaimedEvent event) {
    if (inbox.setAside(event, apology(event))) {
      tally.setAside();
      LOG.error("Turn {} is set aside", event.id());
    }
  }

  private List<NewMessage> apology(ClaimedEvent event) {
    try {
      return handler.apology(event);
    } catch (RuntimeException | Error trouble) {
      LOG.error("Turn {} has no apology: {}", event.id(), Failure.of(trouble));
      return List.of();
    }
  }
}
