package bot.optout.faults;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one process to the database, with a gate at every statement. When the process
 * dies they are gone, and with them what was not committed. All this is for the thread that works;
 * the connection pool has threads of its own, which notice nothing, so that nobody has to wait
 * until they give up.
 */
final class GatedConnections {
  private final Gate gate;
  private final Thread thread = Thread.currentThread();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
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
    lines.forEach(Line::cut);
  }

  private boolean atWork() {
    return Thread.currentThread() == thread;
  }

  private Connection opened(Connection real) {
    Line line = new Line(real);
    lines.add(line);
    return Stand.in(Connection.class, line::call);
  }

  /** From here on the connection is of no use. */
  static final class LostConnection extends SQLException {
    private static final long serialVersionUID = 1L;

    LostConnection() {
      super("the connection is lost", "08006");
    }
  }

  /** One connection, used by one thread at a time. */
  private final class Line {
    private final Connection real;
    private volatile boolean inTransaction;
    private final List<Statement> statements = new CopyOnWriteArrayList<>();
    private volatile boolean lost;

    Line(Connection real) {
      this.real = real;
    }

    @Nullable Object call(Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        return lost ? null : close(method, arguments);
      }
      if (!method.getName().equals("toString")) {
        usable();
      }
      Object result = Stand.call(real, method, arguments);
      if (result instanceof Statement statement) {
        statements.add(statement);
      }
      if (result instanceof PreparedStatement prepared) {
        String sql = (String) arguments[0];
        return Stand.in(PreparedStatement.class, (m, a) -> statement(prepared, sql, m, a));
      }
      return result instanceof Statement plain
          ? Stand.in(Statement.class, (m, a) -> statement(plain, "", m, a))
          : result;
    }

    private @Nullable Object close(Method method, Object[] arguments) throws Throwable {
      lines.remove(this);
      return Stand.call(real, method, arguments);
    }

    private @Nullable Object statement(
        Statement statement, String sql, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        statements.remove(statement);
        return Stand.call(statement, method, arguments);
      }
      usable();
      return method.getName().startsWith("execute")
          ? execute(
              statement, arguments.length > 0 ? (String) arguments[0] : sql, method, arguments)
          : Stand.call(statement, method, arguments);
    }

    private @Nullable Object execute(
        Statement statement, String sql, Method method, Object[] arguments) throws Throwable {
      if (!atWork()) {
        return Stand.call(statement, method, arguments);
      }
      try {
        gate.before(inTransaction);
        usable();
        Object result = Stand.call(statement, method, arguments);
        note(sql);
        gate.after();
        usable();
        return result;
      } catch (LostConnection gone) {
        cut();
        throw gone;
      }
    }

    private void usable() throws LostConnection {
      if ((dead || lost) && atWork()) {
        throw new LostConnection();
      }
    }

    private void note(String sql) {
      if (sql.startsWith("BEGIN")) {
        inTransaction = true;
      } else if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
        inTransaction = false;
      }
    }

    private void cut() {
      if (lost) {
        return;
      }
      lost = true;
      lines.remove(this);
      try {
        for (Statement half : statements) {
          half.close();
        }
        if (inTransaction) {
          rollback();
        }
        real.close();
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
    }

    private void rollback() throws SQLException {
      try (Statement statement = real.createStatement()) {
        statement.execute("ROLLBACK");
      }
    }
  }
}
