package bot.optout.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database in memory that outlives the processes that use it. There is one real connection; who
 * uses it must have no transaction open when another does.
 */
final class SharedMemory implements AutoCloseable {
  private Optional<Connection> only = Optional.empty();

  DataSource source(DataSource real) {
    return Stand.in(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? view(real)
                : Stand.call(real, method, arguments));
  }

  private Connection view(DataSource real) throws SQLException {
    Connection connection = connection(real);
    return Stand.in(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("close") ? null : Stand.call(connection, method, arguments));
  }

  private synchronized Connection connection(DataSource real) throws SQLException {
    if (only.isEmpty()) {
      only = Optional.of(real.getConnection());
    }
    return only.get();
  }

  @Override
  public synchronized void close() {
    only.ifPresent(
        connection -> {
          try {
            connection.close();
          } catch (SQLException broken) {
            throw new IllegalStateException(broken);
          }
        });
  }
}
