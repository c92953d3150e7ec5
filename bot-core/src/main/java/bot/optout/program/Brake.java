package bot.optout.program;

import java.time.Duration;

/** Stops whatever the program is doing at the moment, or is about to do. */
public final class Brake {
  /** From the wish to stop to the end. */
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** The part of it for what is closed after the bot. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Runnable current = () -> {};
  private boolean pulled = false;
  private long pulledAt;

  /** From now on this is what stops the program; at once if it is to stop already. */
  public synchronized void onPull(Runnable stop) {
    current = stop;
    if (pulled) {
      stop.run();
    }
  }

  public synchronized void pull() {
    if (!pulled) {
      pulled = true;
      pulledAt = System.nanoTime();
    }
    current.run();
  }

  public synchronized boolean isPulled() {
    return pulled;
  }

  /** What the bot may take to end what it has begun: all it needs is then done in 10 seconds. */
  synchronized Duration timeLeft() {
    Duration gone = pulled ? Duration.ofNanos(System.nanoTime() - pulledAt) : Duration.ZERO;
    Duration left = WHOLE.minus(AFTERWARDS).minus(gone);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
