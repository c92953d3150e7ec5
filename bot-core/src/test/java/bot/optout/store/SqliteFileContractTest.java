package bot.optout.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFileContractTest extends StoreContract {
  private static Optional<TestDatabase> database = Optional.empty();

  @BeforeAll
  static void create(@TempDir Path folder) {
    database =
        Optional.of(new TestDatabase(StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db"))));
  }

  @Override
  StoreConfig config() {
    return database.orElseThrow().config();
  }

  @Override
  Store opened() {
    return database.orElseThrow().store(clock);
  }

  @AfterEach
  @Override
  void close() {
    database.ifPresent(TestDatabase::empty);
  }

  @AfterAll
  static void end() {
    database.ifPresent(TestDatabase::close);
  }
}
