package bot.optout.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where databases differ. Everything else is SQL that SQLite and PostgreSQL both speak. */
interface Dialect {
  HikariConfig pool();

  /** Where Flyway finds the schema. */
  String migrations();

  /** Begins a transaction that may write. Not durable: a power cut may undo it, a crash may not. */
  void begin(Handle handle, boolean durable);

  void commit(Handle handle);

  void rollback(Handle handle);

  /** Another process holds what we need: the same may work when tried again. */
  boolean collided(SQLException trouble);

  /** Makes what was deleted unreadable in the files; false if somebody still reads it. */
  boolean scrub(Handle handle);

  /** The tables that have a column of that name. */
  List<String> tablesWith(Handle handle, String column);

  /** Where a key may lie that only the operator of this machine can read. */
  Optional<Path> keyFile();
}
