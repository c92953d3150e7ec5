package bot.optout.faults;

import bot.optout.store.GatedStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * The connections of one process to the database, with a gate at every call that reaches it. When
 * the process dies they are gone, and with them what was not committed. All this is for the thread
 * that works and the one that writes for it; the connection pool has threads of its own, which
 * notice nothing, so that nobody has to wait until they give up.
 */
final class GatedConnections {
  private final Gate gate;
  private final Thread thread = Thread.currentThread();
  private final List<GatedConnection> open = new CopyOnWriteArrayList<>();
  private volatile boolean dead;

  GatedConnections(Gate gate) {
    this.gate = gate;
  }

  /** The same source, with the gate at its connections. */
  DataSource through(DataSource real) {
    return Stand.in(
        DataSource.class,
        (method, arguments) -> {
          Object result = Stand.call(real, method, arguments);
          return result instanceof Connection connection ? opened(connection) : result;
        });
  }

  /** SIGKILL: nobody says good-bye. The database undoes what was not committed. */
  void die() {
    dead = true;
    open.forEach(GatedConnection::cut);
  }

  boolean isDead() {
    return dead;
  }

  boolean atWork() {
    Thread now = Thread.currentThread();
    return now == thread || GatedStore.isWriter(now);
  }

  Gate gate() {
    return gate;
  }

  void closed(GatedConnection connection) {
    open.remove(connection);
  }

  private Connection opened(Connection real) throws SQLException {
    GatedConnection gated = new GatedConnection(this, real);
    open.add(gated);
    return Stand.in(Connection.class, gated::call);
  }
}
