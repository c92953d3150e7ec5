package bot.optout.store;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

final class SqliteMemoryStoreTest extends StoreContract {
  private static final TestDatabase DATABASE =
      new TestDatabase(StoreConfig.inMemory().with(MasterKey.random(new SecureRandom())));

  @Override
  StoreConfig config() {
    return DATABASE.config();
  }

  @Override
  Store opened() {
    return DATABASE.store(clock);
  }

  @AfterEach
  @Override
  void close() {
    DATABASE.empty();
  }

  @AfterAll
  static void end() {
    DATABASE.close();
  }
}
