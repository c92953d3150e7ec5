package bot.optout.faults;

import bot.optout.store.GatedStore;
import bot.optout.store.MasterKey;
import bot.optout.store.PostgresServer;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** What stays when processes die: a database with its schema, in memory or on a server. */
final class Disk implements AutoCloseable {
  private final StoreConfig config;
  private final Optional<SharedMemory> memory;

  private Disk(StoreConfig config, Optional<SharedMemory> memory) {
    this.config = config.with(MasterKey.random(new SecureRandom()));
    this.memory = memory;
  }

  static Disk inMemory(Clock clock) {
    return formatted(new Disk(StoreConfig.inMemory(), Optional.of(new SharedMemory())), clock);
  }

  /** On the PostgreSQL that is started for the tests. */
  static Disk onServer(Clock clock) {
    return formatted(new Disk(PostgresServer.newDatabase(), Optional.empty()), clock);
  }

  private static Disk formatted(Disk disk, Clock clock) {
    try (Store store = GatedStore.open(disk.config, clock, disk::source)) {
      if (!store.healthy()) {
        throw new AssertionError("no database");
      }
    }
    return disk;
  }

  StoreConfig config() {
    return config;
  }

  DataSource source(DataSource real) {
    return memory.map(kept -> kept.source(real)).orElse(real);
  }

  @Override
  public void close() {
    memory.ifPresent(SharedMemory::close);
  }
}
