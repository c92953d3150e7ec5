package bot.optout.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A server that many processes share, at the isolation level READ COMMITTED. Whoever changes what
 * stands in a lane takes the lane's row first, and whoever commits a turn the person's row before
 * it, so that no two transactions decide upon what the other is about to change.
 */
final class PostgresDialect implements Dialect {
  static final String PREFIX = "jdbc:postgresql:";

  private static final int CONNECTIONS = 12;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A server that went away without a word must not hold a turn longer than this. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

  private final StoreConfig config;

  PostgresDialect(StoreConfig config) {
    this.config = config;
  }

  @Override
  public HikariConfig pool() {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setJdbcUrl(config.url());
    config.login().flatMap(DatabaseLogin::user).ifPresent(pool::setUsername);
    config.login().flatMap(DatabaseLogin::password).ifPresent(pool::setPassword);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECT.toMillis());
    pool.addDataSourceProperty("ApplicationName", "optout-bot");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    // The driver would otherwise put the values of a failed statement into its exception.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  @Override
  public String migrations() {
    return "classpath:schema/postgresql";
  }

  /**
   * By a lock of the connection. Flyway's other one is of a transaction, and whoever waits for it
   * keeps a transaction open for which the owner's migration waits.
   */
  @Override
  public FluentConfiguration locking(FluentConfiguration flyway) {
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
  }

  @Override
  public Writes writes(Jdbi jdbi) {
    return new SingleWrites(jdbi, this);
  }

  @Override
  public RowLocks locks() {
    return RowLocks.FOR_UPDATE;
  }

  /** Without a flush of its own the commit is kept by the next one that has one. */
  void begin(Handle handle, boolean durable) {
    if (!durable) {
      handle.execute("SET LOCAL synchronous_commit TO off");
    }
  }

  /** Two transactions met, and the server gave one of them up: the same may work again. */
  boolean collided(Throwable trouble) {
    return SqlCauses.of(trouble).anyMatch(sql -> COLLISIONS.contains(state(sql)));
  }

  @Override
  public Optional<String> ailment(SQLException trouble) {
    String state = state(trouble);
    if (state.startsWith("53")) {
      return Optional.of("the server has no disk, memory or connections left");
    }
    if (state.equals("25006")) {
      return Optional.of("the server takes no changes, as one does that only follows another");
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return Optional.of("the server cannot be reached");
    }
    return Optional.empty();
  }

  private static String state(SQLException trouble) {
    return Optional.ofNullable(trouble.getSQLState()).orElse("");
  }

  /**
   * Nothing can be done from here: VACUUM frees the room for other rows without overwriting it, and
   * the server's log of changes is its own. What lies there until it is overwritten is encrypted or
   * a keyed hash.
   */
  @Override
  public boolean scrub(Handle handle) {
    return true;
  }

  @Override
  public List<String> tablesWith(Handle handle, String column) {
    return handle
        .createQuery(
            """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND column_name = :column
            ORDER BY table_name""")
        .bind("column", column)
        .mapTo(String.class)
        .list();
  }

  @Override
  public Optional<Path> keyFile() {
    return Optional.empty();
  }
}
