package bot.optout.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL, started once for all tests of this JVM from one of Maven's jars, also by root.
 * It ends with the JVM and leaves nothing behind. {@code -Dpostgres.url=jdbc:postgresql://HOST/}
 * (with {@code ?user=…&password=…} where needed) names another server to test with.
 */
public final class PostgresServer {
  private static final MasterKey KEY = MasterKey.random(new SecureRandom());
  private static final String RUN = Long.toHexString(new SecureRandom().nextLong());
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private PostgresServer() {}

  private static final class Running {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        // No test cuts the power.
        return server().setServerConfig("fsync", "off").start();
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    }
  }

  /** One that flushes to disk as a server does that people use. */
  public static EmbeddedPostgres durable() throws IOException {
    return server()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
  }

  /** An empty database of its own, with a key. */
  public static StoreConfig newDatabase() {
    String name = "optout_" + RUN + "_" + COUNT.incrementAndGet();
    execute(url("postgres"), "CREATE DATABASE " + name);
    return StoreConfig.of(url(name)).with(KEY);
  }

  /** The variables that name such a database. */
  public static Map<String, String> environment(StoreConfig database) {
    String url = database.url();
    return Map.of(
        "OPTOUT_DATABASE_URL",
        url.replaceFirst("\\?.*", ""),
        "OPTOUT_DATABASE_USER",
        parameter(url, "user"),
        "OPTOUT_DATABASE_PASSWORD",
        parameter(url, "password"),
        "OPTOUT_ENCRYPTION_KEY",
        KEY.base64());
  }

  private static String parameter(String url, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
    return value.find() ? value.group(1) : "";
  }

  static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  /** Where the server keeps its files. */
  static Path folder() {
    return Path.of(ask(url("postgres"), "SHOW data_directory"));
  }

  /** The first value of the first row. */
  public static String ask(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  private static String url(String name) {
    String given = System.getProperty("postgres.url", "");
    return given.isEmpty()
        ? Running.SERVER.getJdbcUrl("postgres", name)
        : given.replaceFirst("^(jdbc:postgresql://[^/]+/)", "$1" + name);
  }
}
