package bot.optout.faults;

import java.sql.SQLException;

/** Stands at every call that somebody makes to the database. */
interface Gate {
  /**
   * A statement is about to run.
   *
   * @param inTransaction whether the connection is in a transaction
   */
  void before(boolean inTransaction) throws SQLException;

  /** It ran, and its result is about to come back. */
  void after() throws SQLException;
}
