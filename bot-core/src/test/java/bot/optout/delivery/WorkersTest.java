package bot.optout.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WorkersTest {
  private static final Duration BEAT = Duration.ofMillis(5);

  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch pulsesAfterStop = new CountDownLatch(3);
  private final AtomicInteger pulses = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private volatile boolean stopped;
  private final Workers workers =
      new Workers("test", 1, this::step, Optional::empty, this::pulse, BEAT, Clock.systemUTC());

  private boolean step() {
    steps.incrementAndGet();
    running.countDown();
    try {
      goOn.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void pulse() {
    pulses.incrementAndGet();
    if (stopped) {
      pulsesAfterStop.countDown();
    }
  }

  @Test
  void a_step_that_runs_keeps_its_claim_until_it_ends() throws Exception {
    workers.start();
    running.await();
    workers.stop();
    stopped = true;
    Thread closing = new Thread(() -> workers.close(Duration.ofSeconds(30)));
    closing.start();
    assertTrue(pulsesAfterStop.await(20, TimeUnit.SECONDS), "another process would take it over");
    goOn.countDown();
    closing.join();
    int last = pulses.get();
    assertFalse(new CountDownLatch(1).await(BEAT.toMillis() * 4, TimeUnit.MILLISECONDS));
    assertEquals(last, pulses.get());
    assertEquals(1, steps.get(), "nothing was begun any more");
  }
}
