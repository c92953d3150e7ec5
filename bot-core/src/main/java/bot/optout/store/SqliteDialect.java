package bot.optout.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteErrorCode;

/** One file, or memory. The file may be shared by processes of one machine. */
final class SqliteDialect implements Dialect {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final Duration SCRUB = Duration.ofMillis(200);
  private static final int READERS_AND_WRITER = 5;

  private final String url;

  SqliteDialect(String url) {
    this.url = url;
  }

  private boolean inMemory() {
    return url.equals(StoreConfig.IN_MEMORY);
  }

  @Override
  public HikariConfig pool() {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("sqlite");
    pool.setJdbcUrl(url);
    // A database in memory lives and dies with its one connection.
    pool.setMaximumPoolSize(inMemory() ? 1 : READERS_AND_WRITER);
    pool.setMinimumIdle(1);
    pool.setMaxLifetime(0);
    pool.setIdleTimeout(0);
    // Moving the log into the file costs two flushes; every 16 MB is often enough.
    pool.setConnectionInitSql("PRAGMA wal_autocheckpoint=4000");
    pool.addDataSourceProperty("busy_timeout", String.valueOf(BUSY.toMillis()));
    pool.addDataSourceProperty("journal_mode", "WAL");
    pool.addDataSourceProperty("synchronous", "FULL");
    pool.addDataSourceProperty("secure_delete", "true");
    pool.addDataSourceProperty("foreign_keys", "true");
    return pool;
  }

  @Override
  public String migrations() {
    return "classpath:schema/sqlite";
  }

  /** There is no such lock. */
  @Override
  public FluentConfiguration locking(FluentConfiguration flyway) {
    return flyway;
  }

  @Override
  public Writes writes(Jdbi jdbi) {
    return new GroupedWrites(jdbi, this);
  }

  /** There is one writer at a time. */
  @Override
  public RowLocks locks() {
    return RowLocks.NONE;
  }

  /** Begins a transaction that may write. Not durable: a power cut may undo it, a crash may not. */
  void begin(Handle handle, boolean durable) {
    // In WAL mode NORMAL skips the flush to disk at commit; the next durable commit makes up for
    // it.
    handle.execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    handle.execute("BEGIN IMMEDIATE");
  }

  void commit(Handle handle) {
    handle.execute("COMMIT");
  }

  void rollback(Handle handle) {
    handle.execute("ROLLBACK");
  }

  /** Another process holds what we need: the same may work when tried again. */
  boolean collided(Throwable trouble) {
    return SqlCauses.of(trouble)
        .map(SqliteDialect::primary)
        .anyMatch(
            code ->
                code == SQLiteErrorCode.SQLITE_BUSY.code
                    || code == SQLiteErrorCode.SQLITE_LOCKED.code);
  }

  @Override
  public Optional<String> ailment(SQLException trouble) {
    int code = primary(trouble);
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return Optional.of("its disk is full");
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
      return Optional.of("its file or its disk is read-only");
    }
    if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
      return Optional.of("its disk fails");
    }
    return Optional.empty();
  }

  /** The kind of trouble; the rest of the code tells varieties of it. */
  private static int primary(SQLException trouble) {
    return trouble.getErrorCode() & 0xff;
  }

  @Override
  public boolean scrub(Handle handle) {
    // Waiting for readers keeps all writers out, so it must be short; there is another time.
    handle.execute("PRAGMA busy_timeout=" + SCRUB.toMillis());
    try {
      return handle
              .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
              .map((row, context) -> row.getInt(1))
              .one()
          == 0;
    } finally {
      handle.execute("PRAGMA busy_timeout=" + BUSY.toMillis());
    }
  }

  @Override
  public List<String> tablesWith(Handle handle, String column) {
    return handle
        .createQuery(
            """
            SELECT tables.name FROM sqlite_master tables
              JOIN pragma_table_info(tables.name) columns
            WHERE tables.type = 'table' AND columns.name = :column
            ORDER BY tables.name""")
        .bind("column", column)
        .mapTo(String.class)
        .list();
  }

  @Override
  public Optional<Path> keyFile() {
    return inMemory()
        ? Optional.empty()
        : Optional.of(Path.of(url.substring(PREFIX.length()) + ".key"));
  }
}
