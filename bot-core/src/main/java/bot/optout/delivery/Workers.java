package bot.optout.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that repeat a step as long as it finds something to do, and then rest until they are
 * woken or something becomes due.
 */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** Another process may add work without waking us, so nobody rests longer. */
  private static final Duration LONGEST_REST = Duration.ofMillis(500);

  /** What is due may be another's claim; asking again at once would keep the database busy. */
  private static final Duration SHORTEST_REST = Duration.ofMillis(10);

  private static final Duration PULSE = Duration.ofSeconds(3);

  /** How long the last pulse may take once nothing runs any more. */
  private static final Duration LAST_PULSE = Duration.ofSeconds(1);

  private final String name;
  private final int count;
  private final BooleanSupplier step;
  private final Supplier<Optional<Instant>> nextDue;
  private final Runnable pulse;
  private final Duration beat;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Semaphore wakings = new Semaphore(0);

  /**
   * @param step does one thing; false if there was nothing to do
   * @param nextDue when a step may find something
   * @param pulse keeps the claims of long steps; runs every 3 seconds, and until the last one ends
   */
  Workers(
      String name,
      int count,
      BooleanSupplier step,
      Supplier<Optional<Instant>> nextDue,
      Runnable pulse,
      Clock clock) {
    this(name, count, step, nextDue, pulse, PULSE, clock);
  }

  /** With a pulse of its own pace. */
  Workers(
      String name,
      int count,
      BooleanSupplier step,
      Supplier<Optional<Instant>> nextDue,
      Runnable pulse,
      Duration beat,
      Clock clock) {
    this.name = name;
    this.count = count;
    this.step = step;
    this.nextDue = nextDue;
    this.pulse = pulse;
    this.beat = beat;
    this.clock = clock;
  }

  synchronized void start() {
    if (!threads.isEmpty() || closing()) {
      throw new IllegalStateException(name + " was started before");
    }
    for (int i = 1; i <= count; i++) {
      threads.add(new Thread(this::work, name + "-" + i));
    }
    threads.add(new Thread(this::beat, name + "-pulse"));
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** There is one thing more to do, so one of the resting threads is enough. */
  void wake() {
    if (wakings.availablePermits() < count) {
      wakings.release();
    }
  }

  void drain() {
    boolean found = true;
    while (found) {
      found = step.getAsBoolean();
    }
  }

  /** Begins no further step; those that run go on, and keep their claims. */
  void stop() {
    closing.countDown();
    wakings.release(count);
  }

  /** Ends after the running steps, or interrupts them after that long. */
  void close(Duration patience) {
    stop();
    List<Thread> all = started();
    List<Thread> steps = all.subList(0, Math.min(count, all.size()));
    join(steps, patience);
    steps.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
    ended.countDown();
    join(all.subList(steps.size(), all.size()), LAST_PULSE);
  }

  private static void join(List<Thread> threads, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Thread> started() {
    return List.copyOf(threads);
  }

  private boolean closing() {
    return closing.getCount() == 0;
  }

  private void work() {
    try {
      while (!closing()) {
        if (!stepped()) {
          boolean woken = wakings.tryAcquire(rest().toMillis(), TimeUnit.MILLISECONDS);
          LOG.trace("{} goes on, woken: {}", name, woken);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      while (!ended.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
        boolean kept =
            guarded(
                () -> {
                  pulse.run();
                  return true;
                },
                false);
        LOG.trace("{} kept its claims: {}", name, kept);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stepped() {
    return guarded(step::getAsBoolean, false);
  }

  private Duration rest() {
    return guarded(() -> nextDue.get().map(this::until).orElse(LONGEST_REST), LONGEST_REST);
  }

  private Duration until(Instant due) {
    Duration wait = Duration.between(clock.instant(), due);
    Duration atLeast = wait.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wait;
    return atLeast.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : atLeast;
  }

  /** The database may be gone for a while; whoever works for it must outlive that. */
  private <T> T guarded(Supplier<T> work, T otherwise) {
    try {
      return work.get();
    } catch (RuntimeException | Error trouble) {
      LOG.warn("{} cannot work now: {}", name, Failure.of(trouble));
      return otherwise;
    }
  }
}
