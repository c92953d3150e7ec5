package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The contracts on a real PostgreSQL, and what only a server can show. */
final class PostgresStoreTest extends StoreContract {
  private static final String MARKER = EveryColumn.MARKER;

  private static final TestDatabase DATABASE = new TestDatabase(PostgresServer.newDatabase());

  @Override
  TestDatabase database() {
    return DATABASE;
  }

  @AfterAll
  static void end() {
    DATABASE.close();
  }

  @Test
  void what_was_accepted_is_there_after_reopening() {
    inbox.accept(event("1", ANNA));
    try (Store again = Store.open(config(), clock)) {
      assertEquals("payload of 1", again.inbox().claim("test").orElseThrow().payload());
      assertFalse(again.inbox().accept(event("1", ANNA)));
    }
  }

  @Test
  void nothing_personal_stands_in_the_servers_files_not_even_in_its_log_of_changes()
      throws IOException {
    EveryColumn unused = new EveryColumn(this).fill();
    PostgresServer.execute(config().url(), "CHECKPOINT");
    assertEquals(List.of(), filesWith("", MARKER.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the papers say about VACUUM: only a rewritten table is without what was deleted. */
  @Test
  void forgotten_rows_leave_the_tables_when_they_are_rewritten() throws IOException {
    Map<String, Set<String>> sealed = new EveryColumn(this).fill().seen();
    PostgresServer.execute(config().url(), "CHECKPOINT");
    List<String> before = tables();
    sealed.forEach((column, values) -> assertTrue(any(values, before), column + " stands there"));
    inbox.accept(event("last", EveryColumn.HERE));
    assertTrue(commit(claimed(), decide().forgetting()));
    PostgresServer.execute(config().url(), "VACUUM FULL");
    PostgresServer.execute(config().url(), "CHECKPOINT");
    List<String> after = tables();
    sealed.forEach((column, values) -> assertFalse(any(values, after), column + " is left"));
  }

  private static boolean any(Set<String> values, List<String> files) {
    return values.stream().anyMatch(value -> files.stream().anyMatch(file -> file.contains(value)));
  }

  /** What stands in the files of this database's tables. */
  private List<String> tables() throws IOException {
    String folder =
        PostgresServer.ask(
            config().url(), "SELECT oid FROM pg_database WHERE datname = current_database()");
    try (Stream<Path> files = Files.walk(PostgresServer.folder().resolve("base/" + folder))) {
      return files.filter(Files::isRegularFile).map(PostgresStoreTest::read).toList();
    }
  }

  @Test
  void a_server_needs_a_key_and_the_right_one() {
    StoreConfig keyless = StoreConfig.of(config().url());
    assertTrue(refused(keyless).contains("OPTOUT_ENCRYPTION_KEY"), refused(keyless));
    StoreConfig wrong = keyless.with(newKey());
    assertTrue(refused(wrong).contains("OPTOUT_ENCRYPTION_KEY"), refused(wrong));
  }

  @Test
  void a_new_key_takes_over_from_the_previous_one() {
    StoreConfig first = PostgresServer.newDatabase();
    try (Store before = Store.open(first, clock)) {
      assertTrue(before.inbox().accept(event("1", ANNA)));
    }
    StoreConfig second = first.with(newKey());
    Store.open(rotating(second, first), clock).close();
    try (Store after = Store.open(second, clock)) {
      assertFalse(after.inbox().accept(event("1", ANNA)), "it is found");
      assertEquals("payload of 1", after.inbox().claim("test").orElseThrow().payload());
    }
    assertTrue(refused(first).contains("OPTOUT_ENCRYPTION_KEY"));
  }

  @Test
  void a_database_of_a_newer_version_is_refused() {
    StoreConfig newer = PostgresServer.newDatabase();
    Store.open(newer, clock).close();
    PostgresServer.execute(newer.url(), TestSchema.NEXT);
    assertTrue(refused(newer).contains("newer version"), refused(newer));
  }

  /** Each may find no schema and no keys, and all must go on with the same ones. */
  @Test
  void several_may_start_on_an_empty_database_at_once() throws Exception {
    StoreConfig empty = PostgresServer.newDatabase();
    CyclicBarrier together = new CyclicBarrier(3);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Store>> opening = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      opening.add(
          threads.submit(
              () -> {
                together.await();
                return Store.open(empty, clock);
              }));
    }
    List<Store> stores = new ArrayList<>();
    for (Future<Store> one : opening) {
      stores.add(one.get(30, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertTrue(stores.get(0).inbox().accept(event("1", ANNA)));
    assertFalse(stores.get(1).inbox().accept(event("1", ANNA)), "the same keys");
    assertEquals(ANNA, stores.get(2).inbox().claim("test").orElseThrow().conversation());
    stores.forEach(Store::close);
  }

  @Test
  void a_server_that_cannot_be_reached_names_the_variable() {
    StoreConfig nowhere = StoreConfig.of("jdbc:postgresql://127.0.0.1:1/none").with(newKey());
    assertTrue(refused(nowhere).contains("OPTOUT_DATABASE_URL"));
  }

  /** As after a failover to a server that only follows. */
  @Test
  void a_server_that_takes_no_changes_is_said_so_and_nothing_is_lost() {
    assertTrue(inbox.accept(event("1", ANNA)));
    StoreConfig readOnly =
        StoreConfig.of(config().url() + "&options=-c%20default_transaction_read_only%3Don")
            .with(config().key().orElseThrow());
    try (Database following = Database.open(Dialect.of(readOnly))) {
      StoreException trouble =
          assertThrows(
              StoreException.class,
              () -> following.write(handle -> handle.execute("DELETE FROM inbox")));
      assertTrue(trouble.toString().contains("takes no changes"), trouble.toString());
      assertFalse(following.healthy());
    }
    assertEquals("payload of 1", claimed().payload());
  }

  private String refused(StoreConfig asked) {
    return assertThrows(StoreException.class, () -> Store.open(asked, clock)).toString();
  }

  private static List<Path> filesWith(String folder, byte[] bytes) throws IOException {
    String needle = new String(bytes, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(PostgresServer.folder().resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).contains(needle))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException goneMeanwhile) {
      return "";
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static MasterKey newKey() {
    return MasterKey.random(new SecureRandom());
  }
}
