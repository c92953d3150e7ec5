package bot.optout.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the driver said, below whatever wraps it. */
final class SqlCauses {
  private SqlCauses() {}

  static Stream<SQLException> of(Throwable trouble) {
    List<SQLException> found = new ArrayList<>();
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        found.add(sql);
      }
    }
    return found.stream();
  }
}
