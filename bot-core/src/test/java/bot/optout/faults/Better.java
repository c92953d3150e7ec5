package bot.optout.faults;

import bot.optout.Bot;
import bot.optout.Incoming;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same core where nothing ever goes wrong: it says what people should see. */
final class Better implements AutoCloseable {
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Disk disk = Disk.inMemory(clock);
  private final Replica replica = new Replica(disk, clock, Pass.GATE);
  private final Map<String, Bot> bots = new HashMap<>();
  private final Map<String, FakePlatform> platforms = new HashMap<>();
  private final Map<String, Integer> compared = new HashMap<>();

  private enum Pass implements Gate {
    GATE;

    @Override
    public void before(boolean inTransaction) {}

    @Override
    public void after() {}
  }

  void begin(Collection<String> names) {
    bots.clear();
    platforms.clear();
    for (String name : names) {
      FakePlatform platform = new FakePlatform();
      platforms.put(name, platform);
      bots.put(name, replica.bot(name, new PartByPart(platform::take), incoming -> incoming));
    }
  }

  void day(Instant morning) {
    clock.advance(Duration.between(clock.instant(), morning));
    var unused = replica.store().expire(morning);
    bots.values().forEach(Bot::runDue);
  }

  void happens(List<Incoming> incomings) {
    for (Incoming incoming : incomings) {
      Bot bot = Optional.ofNullable(bots.get(incoming.address().platform())).orElseThrow();
      if (!bot.accept(incoming)) {
        throw new AssertionError("the same twice");
      }
      bot.runDue();
    }
  }

  List<String> seen(String platform, String chat) {
    return Optional.ofNullable(platforms.get(platform)).orElseThrow().chat(chat);
  }

  /** How much of it was compared before. */
  int compared(String chat) {
    return compared.getOrDefault(chat, 0);
  }

  void compared(String chat, int messages) {
    compared.put(chat, messages);
  }

  @Override
  public void close() {
    replica.close();
    disk.close();
  }
}
