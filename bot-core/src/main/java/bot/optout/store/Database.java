package bot.optout.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Connections, transactions and the schema. */
final class Database implements AutoCloseable {
  private static final int MIGRATION_TRIES = 20;

  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final Writes writes;
  private final Dialect dialect;
  private volatile boolean scrubPending;

  private Database(HikariDataSource connections, Jdbi jdbi, Writes writes, Dialect dialect) {
    this.connections = connections;
    this.jdbi = jdbi;
    this.writes = writes;
    this.dialect = dialect;
  }

  /** Connects, and creates the schema or what is missing of it. */
  static Database open(Dialect dialect) {
    Database database = connect(dialect);
    try {
      migrate(database.connections, dialect);
    } catch (RuntimeException trouble) {
      database.close();
      throw trouble;
    }
    return database;
  }

  /** Connects to a database as it is. */
  static Database connect(Dialect dialect) {
    HikariDataSource connections;
    try {
      connections = new HikariDataSource(dialect.pool());
    } catch (RuntimeException trouble) {
      throw new StoreException("the database of OPTOUT_DATABASE_URL cannot be opened", trouble);
    }
    Jdbi jdbi = Jdbi.create(connections);
    // The arguments of a failed statement do not belong into an exception that may be logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return new Database(connections, jdbi, new Writes(jdbi, dialect), dialect);
  }

  /**
   * Two processes may start on one new file. Flyway has no lock for SQLite, so the loser's
   * migration fails as a whole; by its next try the winner's stands.
   */
  private static void migrate(HikariDataSource connections, Dialect dialect) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(connections)
            .locations(dialect.migrations())
            .failOnMissingLocations(true)
            .load();
    for (int tries = 1; ; tries++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException trouble) {
        if (tries == MIGRATION_TRIES) {
          throw new StoreException(
              "the database of OPTOUT_DATABASE_URL cannot be given its schema", trouble);
        }
      }
    }
  }

  /** Reads outside any transaction; each query sees what was committed before it. */
  <T> T read(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException trouble) {
      throw new StoreException("the database cannot be read", trouble);
    }
  }

  /**
   * Runs in one transaction, durable on return; may run twice, so it must only touch the handle.
   */
  <T> T write(Function<Handle, T> work) {
    return writes.run(true, work);
  }

  /** Like {@link #write}, for what a power cut may undo. */
  <T> T writeLightly(Function<Handle, T> work) {
    return writes.run(false, work);
  }

  /** Every table in which people have rows. */
  List<String> personal(Handle handle) {
    return dialect.tablesWith(handle, "person").stream()
        .filter(table -> !table.equals(TenancyRows.TABLE))
        .toList();
  }

  /** Makes what was deleted unreadable, now or, while others read it, with a later call. */
  void scrub() {
    scrubPending = true;
    scrubWhatIsPending();
  }

  void scrubWhatIsPending() {
    if (scrubPending && read(dialect::scrub)) {
      scrubPending = false;
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
