package bot.optout.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
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
  TestDatabase database() {
    return database.orElseThrow();
  }

  @AfterAll
  static void end() {
    database.ifPresent(TestDatabase::close);
  }
}
