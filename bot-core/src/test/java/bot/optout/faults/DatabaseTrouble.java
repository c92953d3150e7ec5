package bot.optout.faults;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What goes wrong at a call to the database. */
enum DatabaseTrouble {
  /** It fails and does nothing. */
  REFUSED(true),
  /** It does what it should, and the answer gets lost. */
  UNANSWERED(false),
  /** Another process holds what is needed. */
  BUSY(true),
  DISK_FULL(true),
  CONNECTION_LOST(true),
  KILLED_BEFORE(true),
  KILLED_AFTER(false);

  private static final String DEADLOCK = "40P01";
  private static final String NO_ROOM = "53100";

  private final boolean before;

  DatabaseTrouble(boolean before) {
    this.before = before;
  }

  /** Whether it comes before anything was done. */
  boolean before() {
    return before;
  }

  boolean kills() {
    return this == KILLED_BEFORE || this == KILLED_AFTER;
  }

  /** SQLite tells by a code what it is, PostgreSQL by a state. */
  SQLException exception() {
    return switch (this) {
      case BUSY -> new SQLException("busy", DEADLOCK, SQLiteErrorCode.SQLITE_BUSY.code);
      case DISK_FULL -> new SQLException("full", NO_ROOM, SQLiteErrorCode.SQLITE_FULL.code);
      case REFUSED, UNANSWERED -> new SQLException("trouble");
      case CONNECTION_LOST, KILLED_BEFORE, KILLED_AFTER -> new LostConnection();
    };
  }
}
