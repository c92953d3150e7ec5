package bot.optout.faults;

import java.sql.SQLException;

/** From here on the connection is of no use. */
final class LostConnection extends SQLException {
  private static final long serialVersionUID = 1L;

  LostConnection() {
    super("the connection is lost", "08006");
  }
}
