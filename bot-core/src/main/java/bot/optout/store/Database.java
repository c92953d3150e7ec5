package bot.optout.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Connections, transactions and the schema. */
final class Database implements AutoCloseable {
  private static final int MIGRATION_TRIES = 20;

  /** Keeps what it has parsed, so all databases of a process share it. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final HikariDataSource connections;
  private final Jdbi jdbi;
  private final Writes writes;
  private final Dialect dialect;
  private final WriteHealth health;

  private Database(HikariDataSource connections, Jdbi jdbi, Writes writes, Dialect dialect) {
    this.connections = connections;
    this.jdbi = jdbi;
    this.writes = writes;
    this.dialect = dialect;
    this.health = new WriteHealth(dialect);
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
      throw new StoreException(
          "the database of OPTOUT_DATABASE_URL cannot be opened" + why(dialect, trouble), trouble);
    }
    Jdbi jdbi = Jdbi.create(connections);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    // The arguments of a failed statement do not belong into an exception that may be logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return new Database(connections, jdbi, dialect.writes(jdbi), dialect);
  }

  /**
   * Forwards only, by one process at a time. On PostgreSQL Flyway takes a lock. It has none for
   * SQLite, where two processes may start on one new file: the loser's migration fails as a whole,
   * and by its next try the winner's stands.
   */
  private static void migrate(HikariDataSource connections, Dialect dialect) {
    Flyway flyway =
        dialect
            .locking(Flyway.configure())
            .dataSource(connections)
            .locations(dialect.migrations())
            .failOnMissingLocations(true)
            // Flyway would go on with a schema that is newer than this program.
            .ignoreMigrationPatterns(new String[0])
            .load();
    for (int tries = 1; ; tries++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayValidateException trouble) {
        throw refused(flyway, trouble);
      } catch (FlywayException trouble) {
        if (tries == MIGRATION_TRIES) {
          throw new StoreException(
              "the database of OPTOUT_DATABASE_URL cannot be given its schema"
                  + why(dialect, trouble),
              trouble);
        }
      }
    }
  }

  private static String why(Dialect dialect, RuntimeException trouble) {
    return SqlCauses.of(trouble)
        .flatMap(sql -> dialect.ailment(sql).stream())
        .findFirst()
        .map(reason -> ": " + reason)
        .orElse("");
  }

  private static StoreException refused(Flyway flyway, FlywayValidateException trouble) {
    boolean newer =
        Stream.of(flyway.info().applied())
            .anyMatch(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS);
    return new StoreException(
        newer
            ? "the database of OPTOUT_DATABASE_URL was made by a newer version of this program: start"
                + " that version, or restore a backup from before it"
            : "the schema of the database of OPTOUT_DATABASE_URL is not the one this program made",
        trouble);
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
    return written(true, work);
  }

  /** Like {@link #write}, for what a power cut may undo. */
  <T> T writeLightly(Function<Handle, T> work) {
    return written(false, work);
  }

  private <T> T written(boolean durable, Function<Handle, T> work) {
    try {
      T result = writes.run(durable, work);
      health.wrote();
      return result;
    } catch (JdbiException trouble) {
      throw health.failed(trouble);
    }
  }

  /** Whether it answers, and takes changes if it lately refused one. */
  boolean healthy() {
    try {
      return read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1)
          && (!health.ailing() || (write(LeaseRows::probe) && write(LeaseRows::unprobe)));
    } catch (StoreException trouble) {
      return false;
    }
  }

  /** Every table in which people have rows. */
  List<String> personal(Handle handle) {
    return dialect.tablesWith(handle, "person").stream()
        .filter(table -> !table.equals(TenancyRows.TABLE))
        .toList();
  }

  /** Makes what was deleted unreadable, now or, while others read it, with a later call. */
  void scrub() {
    boolean unused = read(dialect::scrub);
  }

  @Override
  public void close() {
    writes.close();
    connections.close();
  }
}
