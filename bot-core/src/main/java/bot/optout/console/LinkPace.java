package bot.optout.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets a second pass between two requests to one host. Not for several threads. */
final class LinkPace {
  private static final Duration APART = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private final Pause pause;
  private final Map<String, Long> last = new HashMap<>();

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /**
   * @param nanos a clock that only ever goes on
   */
  LinkPace(LongSupplier nanos, Pause pause) {
    this.nanos = nanos;
    this.pause = pause;
  }

  void beforeRequestTo(String host) throws InterruptedException {
    Long before = last.get(host);
    if (before != null) {
      Duration wait = APART.minusNanos(nanos.getAsLong() - before);
      if (!wait.isNegative() && !wait.isZero()) {
        pause.of(wait);
      }
    }
    last.put(host, nanos.getAsLong());
  }
}
