package bot.optout.store;

import java.nio.file.Path;
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

  private static final String SQLITE = "jdbc:sqlite:";

  public static StoreConfig of(String url) {
    return new StoreConfig(url, Optional.empty(), Optional.empty(), LEASE);
  }

  public static StoreConfig inMemory() {
    return of(IN_MEMORY);
  }

  /** The database file; a database in memory has none. */
  public Optional<Path> file() {
    return url.equals(IN_MEMORY)
        ? Optional.empty()
        : Optional.of(Path.of(url.substring(SQLITE.length())));
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
