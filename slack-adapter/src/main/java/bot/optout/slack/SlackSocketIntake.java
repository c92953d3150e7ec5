package bot.optout.slack;

import bot.optout.delivery.Failure;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes envelopes off the wire: stores, then acknowledges. Several lanes, since one slow write must
 * not hold up all others until Slack sends them again; one person is always in the same lane, so
 * that what they say stays in order.
 */
final class SlackSocketIntake {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocketIntake.class);

  /** After that long Slack has given up on what was not acknowledged. */
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final SlackListener listener;

  /** Where an envelope came from, and its acknowledgement goes. */
  @FunctionalInterface
  interface Line {
    /** May wait for the line to take it. */
    void acknowledge(String envelope, String body) throws InterruptedException;
  }

  private static final CompletableFuture<String> NOTHING = CompletableFuture.completedFuture("");

  private final SocketModeRequestParser parser;
  private final List<ExecutorService> lanes;
  private final Clock clock;

  /** Since when each lane is busy with one and the same envelope. */
  private final AtomicReferenceArray<@Nullable Instant> taking;

  SlackSocketIntake(SlackListener listener, int lanes, Clock clock) {
    this.listener = listener;
    this.clock = clock;
    this.taking = new AtomicReferenceArray<>(lanes);
    this.parser = new SocketModeRequestParser(AppConfig.builder().build());
    this.lanes =
        IntStream.range(0, lanes)
            .mapToObj(i -> Executors.newSingleThreadExecutor(r -> thread(r, i)))
            .toList();
  }

  private static Thread thread(Runnable work, int lane) {
    Thread thread = new Thread(work, "slack-intake-" + lane);
    thread.setDaemon(true);
    return thread;
  }

  void take(Line line, SlackEnvelope envelope, String message) {
    if (envelope.id().isEmpty()) {
      return;
    }
    int lane = Math.floorMod(envelope.person().orElse("").hashCode(), lanes.size());
    try {
      lanes.get(lane).execute(busy(lane, () -> process(lane, line, envelope, message)));
    } catch (RejectedExecutionException closed) {
      LOG.debug("Not taken while stopping: {}", envelope);
    }
  }

  private Runnable busy(int lane, Runnable work) {
    return () -> {
      taking.set(lane, clock.instant());
      work.run();
      taking.set(lane, null);
    };
  }

  /** Whether what arrives is taken; false if a lane is stuck with something. */
  boolean isTaking() {
    Instant limit = clock.instant().minus(STUCK);
    return IntStream.range(0, taking.length())
        .mapToObj(lane -> Optional.ofNullable(taking.get(lane)))
        .noneMatch(since -> since.filter(limit::isAfter).isPresent());
  }

  /** Not acknowledged after trouble, so Slack sends it again. An Error must not end the lane. */
  private void process(int lane, Line line, SlackEnvelope envelope, String message) {
    try {
      String id = envelope.id().orElseThrow();
      acknowledge(lane, store(envelope, message), text -> acknowledge(line, id, text));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable trouble) {
      LOG.error("Not stored, left to Slack to send again: {}", Failure.of(trouble));
    }
  }

  /** At once, or, when the answer has to wait, in the same lane later: it may block. */
  private void acknowledge(
      int lane, CompletableFuture<String> answer, Consumer<String> acknowledgement) {
    var unused =
        answer.isDone()
            ? answer.thenAccept(acknowledgement)
            : answer.thenAcceptAsync(
                text -> busy(lane, () -> acknowledgement.accept(text)).run(), lanes.get(lane));
  }

  private static void acknowledge(Line line, String envelope, String body) {
    try {
      line.acknowledge(envelope, body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException trouble) {
      LOG.warn("Not acknowledged: {}", Failure.of(trouble));
    }
  }

  /** What Bolt cannot read means nothing to us; sending it again would not help. */
  CompletableFuture<String> store(SlackEnvelope envelope, String message) throws Exception {
    if (envelope.payloadType().filter(SlackPayload::isReadable).isEmpty()) {
      return NOTHING;
    }
    Request<?> request;
    try {
      SocketModeRequest parsed = parser.parse(message);
      request = parsed == null ? null : parsed.getBoltRequest();
    } catch (RuntimeException unreadable) {
      LOG.warn("Unreadable envelope: {}", unreadable.getClass().getName());
      return NOTHING;
    }
    return request == null ? NOTHING : listener.hear(request);
  }

  /** Waits until what was taken by now is acknowledged, at most that long. */
  void settle(Duration patience) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(lanes.size());
    lanes.forEach(lane -> lane.execute(reached::countDown));
    if (!reached.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Some envelopes will be sent again by Slack");
    }
  }

  /**
   * Finishes what was taken; what comes later is left to Slack to send again.
   *
   * @param patience with all lanes together
   */
  void close(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    lanes.forEach(ExecutorService::shutdown);
    try {
      for (ExecutorService lane : lanes) {
        if (!lane.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          LOG.warn("A lane of the intake is given up; Slack sends again what is in it");
        }
      }
    } finally {
      lanes.forEach(ExecutorService::shutdownNow);
    }
  }
}
