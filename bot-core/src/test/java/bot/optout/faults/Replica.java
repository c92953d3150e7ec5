package bot.optout.faults;

import bot.optout.Bot;
import bot.optout.BotConfig;
import bot.optout.Directory;
import bot.optout.Sender;
import bot.optout.content.TestContent;
import bot.optout.delivery.Tally;
import bot.optout.store.GatedStore;
import bot.optout.store.Store;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** One process of the bot, on the calling thread; it can be killed at any moment. */
final class Replica implements AutoCloseable {
  private static final int NO_LIMIT = 1_000_000;

  private final Disk disk;
  private final Clock clock;
  private final Gate gate;
  private GatedConnections connections;
  private Store store;
  private boolean dead;

  Replica(Disk disk, Clock clock, Gate gate) {
    this.disk = disk;
    this.clock = clock;
    this.gate = gate;
    this.connections = new GatedConnections(gate);
    this.store = opened();
  }

  private Store opened() {
    return GatedStore.reopen(disk.config(), clock, real -> connections.through(disk.source(real)));
  }

  Store store() {
    return store;
  }

  /** A bot of this process, for one platform. */
  Bot bot(String platform, Sender sender, Directory directory) {
    return new Bot(
        new BotConfig(platform, "", 7, 30, NO_LIMIT, 1, 1),
        TestContent::get,
        store,
        sender,
        directory,
        clock,
        new Random(1),
        Tally.NONE);
  }

  void kill() {
    dead = true;
    connections.die();
  }

  boolean isDead() {
    return dead;
  }

  /** Starts the process again if it was killed; bots of before are of no use then. */
  boolean restartIfDead() {
    if (!dead) {
      return false;
    }
    // Nothing of it works any more; only its threads are still to be sent home, which takes a
    // while.
    Store gone = store;
    CompletableFuture<Void> unused = CompletableFuture.runAsync(gone::close);
    dead = false;
    connections = new GatedConnections(gate);
    store = opened();
    return true;
  }

  @Override
  public void close() {
    store.close();
  }
}
