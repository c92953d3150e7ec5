package bot.optout.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Opens a store whose connections pass through a test's hands. */
public final class GatedStore {
  private GatedStore() {}

  /**
   * Opens it like {@link Store#open(StoreConfig, Clock)}.
   *
   * @param through what becomes of the database's connections before the pool sees them
   */
  public static Store open(StoreConfig config, Clock clock, UnaryOperator<DataSource> through) {
    Dialect dialect = gated(Dialect.of(config), through);
    return Store.over(Database.open(dialect), dialect, config, clock);
  }

  /** The same for a database that has its schema; much faster. */
  public static Store reopen(StoreConfig config, Clock clock, UnaryOperator<DataSource> through) {
    Dialect dialect = gated(Dialect.of(config), through);
    return Store.over(Database.connect(dialect), dialect, config, clock);
  }

  /** Whether this is the thread that writes for all others. */
  public static boolean isWriter(Thread thread) {
    return thread.getName().equals(GroupedWrites.THREAD);
  }

  /** A dialect as it is, but for where its pool gets the connections from. */
  private static Dialect gated(Dialect real, UnaryOperator<DataSource> through) {
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof HikariConfig pool ? through(pool, through) : result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private static HikariConfig through(HikariConfig pool, UnaryOperator<DataSource> through) {
    DataSource real =
        new DriverDataSource(
            pool.getJdbcUrl(),
            null,
            pool.getDataSourceProperties(),
            pool.getUsername(),
            pool.getPassword());
    pool.setDataSource(through.apply(real));
    return pool;
  }
}
