package bot.optout.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * What only one process at a time may do, among all that share the database. Each open store is one
 * owner. Leases run by the processes' clocks, which must agree to within a part of the lease.
 */
public final class Leases {
  private final Database database;
  private final String owner;
  private final Predicate<String> gone;
  private final Clock clock;

  /**
   * @param gone whether an owner is known to have ended, so that nobody need wait for its lease
   */
  Leases(Database database, String owner, Predicate<String> gone, Clock clock) {
    this.database = database;
    this.owner = owner;
    this.gone = gone;
    this.clock = clock;
  }

  /**
   * Takes a lease that is free, or keeps one that is ours, for that long from now.
   *
   * @param name one of our own, never anything of a person
   * @return false if another owner has it
   */
  public boolean hold(String name, Duration time) {
    Instant now = clock.instant();
    return database.writeLightly(
        handle -> {
          freeOfTheGone(handle, name);
          return LeaseRows.take(handle, name, owner, now, now.plus(time));
        });
  }

  private void freeOfTheGone(Handle handle, String name) {
    LeaseRows.owner(handle, name)
        .filter(gone)
        .ifPresent(dead -> LeaseRows.release(handle, name, dead));
  }

  /** Lets another owner take it at once; nothing if it is not ours. */
  public void release(String name) {
    database.write(
        handle -> {
          LeaseRows.release(handle, name, owner);
          return true;
        });
  }
}
