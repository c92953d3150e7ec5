package bot.optout.faults;

import bot.optout.Bot;
import bot.optout.Sender;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A process in the weather: its bots, and whose messages it has on their way. */
final class Machine implements Gate, AutoCloseable {
  private final int index;
  private final ShiftedClock clock;
  private final Replica replica;
  private final Set<String> onItsWay = new LinkedHashSet<>();
  private final Map<String, FakePlatform> platforms = new LinkedHashMap<>();
  private final Map<String, Bot> bots = new LinkedHashMap<>();
  private Optional<Weather> weather = Optional.empty();

  Machine(int index, Disk disk, Clock right) {
    this.index = index;
    this.clock = new ShiftedClock(right);
    this.replica = new Replica(disk, clock, this);
  }

  int index() {
    return index;
  }

  ShiftedClock clock() {
    return clock;
  }

  Replica replica() {
    return replica;
  }

  /** Begins to serve these platforms, and no others any more. */
  void serve(Weather out, Map<String, FakePlatform> others) {
    weather = Optional.of(out);
    platforms.clear();
    platforms.putAll(others);
    begin();
  }

  private void begin() {
    bots.clear();
    onItsWay.clear();
    platforms.forEach(
        (name, platform) ->
            bots.put(name, replica.bot(name, sender(platform), incoming -> incoming)));
  }

  private Sender sender(FakePlatform platform) {
    return new PartByPart(outgoing -> weather.orElseThrow().send(this, platform, outgoing));
  }

  Bot bot(String platform) {
    return Optional.ofNullable(bots.get(platform)).orElseThrow();
  }

  /** Does everything that is due. */
  void run() {
    bots.values().forEach(Bot::runDue);
    onItsWay.clear();
  }

  boolean isDead() {
    return replica.isDead();
  }

  void restart() {
    weather.orElseThrow().spare(replica::restartIfDead);
    begin();
  }

  /** One at a time, and until the next: only then is the last one known to be settled. */
  void sends(String chat) {
    onItsWay.clear();
    onItsWay.add(chat);
  }

  Set<String> onItsWay() {
    return Set.copyOf(onItsWay);
  }

  @Override
  public void before(boolean inTransaction) throws SQLException {
    if (weather.isPresent()) {
      weather.get().before(this, inTransaction);
    }
  }

  @Override
  public void after() throws SQLException {
    if (weather.isPresent()) {
      weather.get().after(this);
    }
  }

  @Override
  public void close() {
    replica.close();
  }
}
