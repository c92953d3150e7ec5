package bot.optout.store;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;

final class SqliteMemoryStoreTest extends StoreContract {
  private static final TestDatabase DATABASE =
      new TestDatabase(StoreConfig.inMemory().with(MasterKey.random(new SecureRandom())));

  @Override
  TestDatabase database() {
    return DATABASE;
  }

  @AfterAll
  static void end() {
    DATABASE.close();
  }
}
