package bot.optout.slack;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that is busy a few times when a certain statement is made. */
final class BusyDatabase {
  private final String statement;
  private final AtomicInteger left = new AtomicInteger();

  /**
   * @param statement a part of its text
   */
  BusyDatabase(String statement) {
    this.statement = statement;
  }

  /** The next so many of these statements fail. */
  void fail(int times) {
    left.set(times);
  }

  int failuresLeft() {
    return Math.max(0, left.get());
  }

  DataSource through(DataSource real) {
    return standIn(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof Connection connection ? through(connection) : result;
        });
  }

  private Connection through(Connection real) {
    return standIn(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && arguments[0].toString().contains(statement)
              && left.getAndDecrement() > 0) {
            throw new SQLException("database is locked", null, 5);
          }
          return call(real, method, arguments);
        });
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T standIn(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            BusyDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
