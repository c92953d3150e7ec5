package bot.optout.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where databases differ. Everything else is SQL that SQLite and PostgreSQL both speak. */
interface Dialect {
  static Dialect of(StoreConfig config) {
    return config.onServer() ? new PostgresDialect(config) : new SqliteDialect(config.url());
  }

  HikariConfig pool();

  /** Where Flyway finds the schema. */
  String migrations();

  /** Has one process at a time bring the schema up to date, where that can be. */
  FluentConfiguration locking(FluentConfiguration flyway);

  Writes writes(Jdbi jdbi);

  RowLocks locks();

  /** Why nothing can be written, in words for the operator, if it is more than a lost statement. */
  Optional<String> ailment(SQLException trouble);

  /** Makes what was deleted unreadable in the files; false if somebody still reads it. */
  boolean scrub(Handle handle);

  /** The tables that have a column of that name. */
  List<String> tablesWith(Handle handle, String column);

  /** Where a key may lie that only the operator of this machine can read. */
  Optional<Path> keyFile();
}
