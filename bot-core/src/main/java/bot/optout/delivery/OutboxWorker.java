package bot.optout.delivery;

import bot.optout.store.ClaimedMessage;
import bot.optout.store.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what was decided: many conversations at once, each in order. What provably was not sent
 * is tried again for 24 hours, what may have been sent once more, what the platform refuses not at
 * all.
 */
public final class OutboxWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration AFTER_SILENCE = Duration.ofSeconds(30);
  private static final Duration GIVE_UP = Duration.ofDays(1);
  private static final int THROWN_TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Outbox outbox;
  private final String platform;
  private final Courier courier;
  private final Clock clock;
  private final Random random;
  private final Tally tally;
  private final Workers workers;
  private final Held<ClaimedMessage> held = new Held<>();

  /**
   * @param platform only its messages are delivered
   * @param random spreads the retries
   * @param workers deliveries at once
   */
  public OutboxWorker(
      Outbox outbox,
      String platform,
      Courier courier,
      Clock clock,
      Random random,
      Tally tally,
      int workers) {
    this.outbox = outbox;
    this.platform = platform;
    this.courier = courier;
    this.clock = clock;
    this.random = random;
    this.tally = tally;
    this.workers =
        new Workers(
            "outbox", workers, this::step, () -> outbox.nextDue(platform), this::extend, clock);
  }

  public void start() {
    workers.start();
  }

  /** Something was decided: look at once. */
  public void wake() {
    workers.wake();
  }

  /** Delivers everything that is due, on the calling thread, until nothing is due any more. */
  public void drain() {
    workers.drain();
  }

  /** Claims nothing more; the running deliveries go on. */
  public void stop() {
    workers.stop();
  }

  /** Claims nothing more and waits for the running deliveries; interrupts them after that long. */
  public void close(Duration patience) {
    workers.close(patience);
  }

  @Override
  public void close() {
    close(PATIENCE);
  }

  private boolean step() {
    Optional<ClaimedMessage> message = outbox.claim(platform);
    message.ifPresent(claimed -> held.during(claimed, this::deliver));
    return message.isPresent();
  }

  private void extend() {
    held.forEach(outbox::extend);
  }

  private void deliver(ClaimedMessage message) {
    LogContext.delivery(message.id(), () -> take(message));
  }

  private void take(ClaimedMessage message) {
    Progress progress = progress(message);
    Sending sending = sent(message, progress);
    if (sending instanceof Sending.Delivered delivered) {
      outbox.delivered(message, delivered.references());
      tally.delivered();
    } else if (sending instanceof Sending.Failed failed) {
      again(message, pause(message), failed.reason());
    } else if (sending instanceof Sending.RetryAfter named) {
      tally.limited();
      again(message, named.delay(), "the platform takes no more for too long");
    } else if (sending instanceof Sending.Later later) {
      again(message, later.delay(), "it had to wait for too long");
    } else if (sending instanceof Sending.Ambiguous ambiguous) {
      ambiguous(message, progress, ambiguous.reason());
    } else if (sending instanceof Sending.Refused refused) {
      drop(message, refused.reason());
    } else {
      outbox.gone(message);
      tally.gone();
    }
  }

  private Progress progress(ClaimedMessage message) {
    return new Progress(
        message.attempts() > 1, message.parts(), parts -> outbox.advanced(message, parts));
  }

  /** An exception is a bug of ours, before anything was sent as far as we know. */
  private Sending sent(ClaimedMessage message, Progress progress) {
    try {
      Sending sending = courier.send(message, progress);
      if (!(sending instanceof Sending.Delivered)) {
        progress.keep();
      }
      return sending;
    } catch (RuntimeException | Error trouble) {
      String failure = Failure.of(trouble);
      LOG.warn("Message {} failed, try {}: {}", message.id(), message.attempts(), failure);
      return message.attempts() < THROWN_TRIES
          ? new Sending.Failed(failure)
          : new Sending.Refused(failure);
    }
  }

  /** What would come only after a day is given up now: by then the store forgets it. */
  private void again(ClaimedMessage message, Duration wait, String reason) {
    Instant time = clock.instant().plus(wait);
    if (time.isBefore(message.created().plus(GIVE_UP))) {
      outbox.retryAt(message, time);
      tally.retried();
    } else {
      drop(message, reason);
    }
  }

  /** An earlier doubt about the message was about a part that is done if this try did any. */
  private void ambiguous(ClaimedMessage message, Progress progress, String reason) {
    tally.ambiguous();
    if (message.ambiguous() && !progress.advanced()) {
      drop(message, reason);
    } else {
      outbox.ambiguous(message, clock.instant().plus(AFTER_SILENCE));
    }
  }

  private void drop(ClaimedMessage message, String reason) {
    outbox.drop(message, reason);
    tally.dropped();
  }

  private Duration pause(ClaimedMessage message) {
    return Pause.after(message.attempts() - 1, FIRST_WAIT, LONGEST_WAIT, random);
  }
}
