package bot.optout.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Which database, and the key that opens it.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:sqlite::memory:}
 * @param key without one, a key file next to the database is used and created when missing
 * @param previous the key before {@code key}: what it wrapped is wrapped anew with {@code key}
 * @param lease how long a claim holds unless it is extended; a dead process's work is taken over
 *     after that
 */
public record StoreConfig(
    String url, Optional<MasterKey> key, Optional<MasterKey> previous, Duration lease) {
  public static final Duration LEASE = Duration.ofSeconds(10);
  public static final String IN_MEMORY = "jdbc:sqlite::memory:";

  public static StoreConfig of(String url) {
    return new StoreConfig(url, Optional.empty(), Optional.empty(), LEASE);
  }

  public static StoreConfig inMemory() {
    return of(IN_MEMORY);
  }

  public StoreConfig with(MasterKey newKey) {
    return new StoreConfig(url, Optional.of(newKey), previous, lease);
  }

  public StoreConfig afterRotationFrom(MasterKey oldKey) {
    return new StoreConfig(url, key, Optional.of(oldKey), lease);
  }

  public StoreConfig leasing(Duration time) {
    return new StoreConfig(url, key, previous, time);
  }
}
