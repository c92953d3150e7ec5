package bot.optout.faults;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used by one thread at a time. SQLite's transactions begin and end by statements,
 * a server's by calls of the connection.
 */
final class GatedConnection {
  private static final String COMMIT = "COMMIT";
  private static final String ROLLBACK = "ROLLBACK";

  private final GatedConnections process;
  private final Connection real;
  private final Aftermath aftermath;
  private final List<Statement> statements = new CopyOnWriteArrayList<>();
  private volatile boolean inTransaction;
  private volatile boolean lost;

  GatedConnection(GatedConnections process, Connection real) throws SQLException {
    this.process = process;
    this.real = real;
    this.aftermath = Aftermath.of(real);
  }

  /** What reaches the database. */
  @FunctionalInterface
  private interface Work {
    @Nullable Object run() throws Throwable;
  }

  @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "close" -> lost ? null : close(method, arguments);
      case "toString" -> Stand.call(real, method, arguments);
      case "commit" -> gated(COMMIT, () -> Stand.call(real, method, arguments));
      case "rollback" -> gated(ROLLBACK, () -> Stand.call(real, method, arguments));
      case "setAutoCommit" -> commitByItself(method, arguments);
      default -> passed(method, arguments);
    };
  }

  private @Nullable Object close(Method method, Object[] arguments) throws Throwable {
    process.closed(this);
    return Stand.call(real, method, arguments);
  }

  /** Switched off, a transaction begins, of which the database hears with its first statement. */
  private @Nullable Object commitByItself(Method method, Object[] arguments) throws Throwable {
    boolean begins = arguments[0].equals(false);
    if (inTransaction && !begins) {
      return gated(COMMIT, () -> Stand.call(real, method, arguments));
    }
    usable();
    Object result = Stand.call(real, method, arguments);
    inTransaction = begins;
    return result;
  }

  private @Nullable Object passed(Method method, Object[] arguments) throws Throwable {
    usable();
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

  private @Nullable Object statement(
      Statement statement, String sql, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      statements.remove(statement);
      return Stand.call(statement, method, arguments);
    }
    if (method.getName().startsWith("execute")) {
      String executed = arguments.length > 0 ? (String) arguments[0] : sql;
      return gated(executed, () -> Stand.call(statement, method, arguments));
    }
    usable();
    return Stand.call(statement, method, arguments);
  }

  private @Nullable Object gated(String sql, Work work) throws Throwable {
    usable();
    if (!process.atWork()) {
      return work.run();
    }
    try {
      before(sql);
      usable();
      Object result = work.run();
      note(sql);
      after();
      usable();
      return result;
    } catch (LostConnection gone) {
      cut();
      throw gone;
    }
  }

  private void before(String sql) throws SQLException {
    try {
      process.gate().before(inTransaction);
    } catch (LostConnection gone) {
      throw gone;
    } catch (SQLException trouble) {
      throw aftermath.refused(real, sql, trouble);
    }
  }

  private void after() throws SQLException {
    try {
      process.gate().after();
    } catch (SQLException trouble) {
      throw aftermath.unanswered(trouble);
    }
  }

  private void usable() throws LostConnection {
    if ((process.isDead() || lost) && process.atWork()) {
      throw new LostConnection();
    }
  }

  private void note(String sql) {
    if (sql.startsWith("BEGIN")) {
      inTransaction = true;
    } else if (sql.equals(COMMIT) || sql.equals(ROLLBACK)) {
      inTransaction = false;
    }
  }

  /** Without a good-bye; the database notices, and undoes what was not committed. */
  void cut() {
    if (lost) {
      return;
    }
    lost = true;
    process.closed(this);
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
    if (!real.getAutoCommit()) {
      real.rollback();
      return;
    }
    try (Statement statement = real.createStatement()) {
      statement.execute(ROLLBACK);
    }
  }
}
