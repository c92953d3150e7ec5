package bot.optout.store;

import java.time.Clock;
import java.util.List;

/**
 * A database that is opened once for many tests: connecting and looking at the schema takes longer
 * than a test.
 */
final class TestDatabase implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          "inbox",
          "inbox_lane",
          "outbox",
          "outbox_lane",
          "conversation",
          "person",
          "card",
          "sent",
          "tally",
          "question",
          "cases",
          "installation",
          "tenancy",
          "lease");

  private final StoreConfig config;
  private final Dialect dialect;
  private final Database database;

  TestDatabase(StoreConfig config) {
    this.config = config;
    this.dialect = Dialect.of(config);
    this.database = Database.open(dialect);
  }

  StoreConfig config() {
    return config;
  }

  /** Not to be closed. */
  Store store(Clock clock) {
    return Store.over(database, dialect, config, clock);
  }

  /** Removes all rows but the keys. */
  void empty() {
    int unused =
        database.write(
            handle ->
                TABLES.stream().mapToInt(table -> handle.execute("DELETE FROM " + table)).sum());
  }

  @Override
  public void close() {
    database.close();
  }
}
