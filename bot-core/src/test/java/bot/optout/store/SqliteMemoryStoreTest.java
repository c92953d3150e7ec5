package bot.optout.store;

final class SqliteMemoryStoreTest extends StoreContract {
  @Override
  StoreConfig config() {
    return StoreConfig.inMemory();
  }
}
