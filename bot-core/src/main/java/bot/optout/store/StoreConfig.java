package bot.optout.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database, and the key that opens it.
 *
 * @param url {@code jdbc:sqlite:FILE}, {@code jdbc:sqlite::memory:} or {@code
 *     jdbc:postgresql://HOST:PORT/NAME}
 * @param login to a server; a file has none
 * @param key without one, a key file next to the database file is used and created when missing; a
 *     server needs one
 * @param previous the key before {@code key}: what it wrapped is wrapped anew with {@code key}
 * @param lease how long a claim holds unless it is extended; a dead process's work is taken over
 *     after that
 */
public record StoreConfig(
    String url,
    Optional<DatabaseLogin> login,
    Optional<MasterKey> key,
    Optional<MasterKey> previous,
    Duration lease) {
  public static final Duration LEASE = Duration.ofSeconds(10);
  public static final String IN_MEMORY = "jdbc:sqlite::memory:";

  private static final String SQLITE = "jdbc:sqlite:";

  /** Without a login of its own. */
  public StoreConfig(
      String url, Optional<MasterKey> key, Optional<MasterKey> previous, Duration lease) {
    this(url, Optional.empty(), key, previous, lease);
  }

  /** Without a login or a key of its own, and with the usual lease. */
  public static StoreConfig of(String url) {
    return new StoreConfig(url, Optional.empty(), Optional.empty(), LEASE);
  }

  /** Gone once it is closed. */
  public static StoreConfig inMemory() {
    return of(IN_MEMORY);
  }

  /** Whether a server keeps it, which several machines may share. */
  public boolean onServer() {
    return url.startsWith(PostgresDialect.PREFIX);
  }

  /** The database file; a database in memory or on a server has none. */
  public Optional<Path> file() {
    return onServer() || url.equals(IN_MEMORY)
        ? Optional.empty()
        : Optional.of(Path.of(url.substring(SQLITE.length())));
  }

  public StoreConfig with(DatabaseLogin newLogin) {
    return new StoreConfig(url, Optional.of(newLogin), key, previous, lease);
  }

  public StoreConfig with(MasterKey newKey) {
    return new StoreConfig(url, login, Optional.of(newKey), previous, lease);
  }
}
