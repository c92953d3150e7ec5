package bot.optout.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;

/** What else is true of a database when one of its calls went wrong. */
enum Aftermath {
  /** Nothing: the transaction goes on as if nobody had called. */
  SQLITE {
    @Override
    SQLException refused(Connection real, String sql, SQLException trouble) {
      return trouble;
    }

    @Override
    SQLException unanswered(SQLException trouble) {
      return trouble;
    }
  },

  /**
   * What fails spoils the transaction around it, and a transaction can always be given up. So of
   * what was done nobody hears, and giving up fails, only where the connection is lost.
   */
  POSTGRESQL {
    @Override
    SQLException refused(Connection real, String sql, SQLException trouble) throws SQLException {
      if (sql.equals("ROLLBACK")) {
        return new LostConnection();
      }
      if (!real.getAutoCommit()) {
        spoil(real);
      }
      return trouble;
    }

    @Override
    SQLException unanswered(SQLException trouble) {
      return new LostConnection();
    }
  };

  private static final String DIVISION_BY_ZERO = "22012";
  private static final String SPOILT = "25P02";

  static Aftermath of(Connection real) throws SQLException {
    return valueOf(real.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT));
  }

  /** What the caller sees of a trouble that came before anything was done. */
  abstract SQLException refused(Connection real, String sql, SQLException trouble)
      throws SQLException;

  /** What the caller sees of a trouble that came when everything was done. */
  abstract SQLException unanswered(SQLException trouble);

  private static void spoil(Connection real) throws SQLException {
    try (Statement statement = real.createStatement()) {
      statement.execute("SELECT 1 / 0");
    } catch (SQLException spoilt) {
      if (!Set.of(DIVISION_BY_ZERO, SPOILT).contains(spoilt.getSQLState())) {
        throw spoilt;
      }
    }
  }
}
