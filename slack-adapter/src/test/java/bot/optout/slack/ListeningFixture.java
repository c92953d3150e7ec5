package bot.optout.slack;

import bot.optout.Incoming;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** An adapter that listens to a fake Slack, without a bot: what it takes is remembered. */
@Timeout(60)
abstract class ListeningFixture {
  final List<Incoming> taken = new CopyOnWriteArrayList<>();
  final AtomicInteger offered = new AtomicInteger();
  FakeSlack slack;
  FakePerson ada;
  RunningAdapter adapter;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  abstract RunningAdapter.Way way();

  @BeforeEach
  void start() throws Exception {
    slack = FakeSlack.start(Duration.ofMillis(300));
    ada = new FakePerson(slack, "U1ADA");
    slack.workspace().channel("C1", "U1ADA", FakeSlack.BOT_USER);
    adapter = RunningAdapter.of(slack);
  }

  @AfterEach
  void stop() {
    adapter.close();
    slack.close();
  }

  /** As an inbox does: each once. */
  boolean take(Incoming incoming) {
    offered.incrementAndGet();
    return keys.add(incoming.dedupeKey()) && taken.add(incoming);
  }

  RunningAdapter listen() {
    return listen(this::take);
  }

  RunningAdapter listen(Predicate<Incoming> intake) {
    return adapter.listen(way(), intake);
  }
}
