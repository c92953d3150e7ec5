package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of whom nothing came since it is written down to whom they belong. */
final class TenancyBackfillTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @BeforeEach
  void before_it_was_written_down() throws SQLException {
    try (Store store = open()) {
      arrives(store, "T1", "U1");
      arrives(store, "T2", "U2");
    }
    execute("DELETE FROM tenancy");
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("old.db");
  }

  private Store open() {
    return Store.open(
        new StoreConfig(url(), Optional.empty(), Optional.empty(), StoreConfig.LEASE), CLOCK);
  }

  private static void arrives(Store store, String tenant, String person) {
    store
        .inbox()
        .accept(
            new NewEvent(
                "k", new ConversationKey("slack", tenant, "im", person), "{}", CLOCK.instant()));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void a_tenant_that_leaves_takes_them_along() throws SQLException {
    try (Store store = open()) {
      assertEquals(2, count("tenancy"));
      store.forget(new TenantKey("slack", "T1"));
      assertEquals(1, count("inbox"));
      assertEquals(1, count("tenancy"));
    }
  }
}
