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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contracts on a real PostgreSQL, and what only a server can show. */
final class PostgresStoreTest extends StoreContract {
  private static final String MARKER = "Rosenkohl-Quittung";

  private static Optional<TestDatabase> database = Optional.empty();

  @BeforeAll
  static void create() {
    database = Optional.of(new TestDatabase(PostgresServer.newDatabase()));
  }

  @AfterAll
  static void end() {
    database.ifPresent(TestDatabase::close);
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
    everythingMarked();
    PostgresServer.execute(config().url(), "CHECKPOINT");
    assertEquals(List.of(), filesWith("", MARKER.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the papers say about VACUUM: only a rewritten table is without what was deleted. */
  @Test
  void forgotten_rows_leave_the_tables_when_they_are_rewritten() throws IOException {
    everythingMarked();
    byte[] sealed = sealed("SELECT encode(state, 'hex') FROM conversation");
    byte[] followed = sealed("SELECT encode(payload, 'hex') FROM cases");
    PostgresServer.execute(config().url(), "CHECKPOINT");
    assertFalse(filesWith("base", sealed).isEmpty(), "the state stands there before");
    inbox.accept(event("last", marked()));
    assertTrue(commit(inbox.claim("test").orElseThrow(), decide().forgetting()));
    assertTrue(store.people().holdings(marked().personKey()).conversations().isEmpty());
    PostgresServer.execute(config().url(), "VACUUM FULL");
    PostgresServer.execute(config().url(), "CHECKPOINT");
    assertEquals(List.of(), filesWith("base", sealed));
    assertEquals(List.of(), filesWith("base", followed));
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
    Store.open(first, clock).close();
    StoreConfig second = first.with(newKey()).afterRotationFrom(first.key().orElseThrow());
    Store.open(second, clock).close();
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

  private static ConversationKey marked() {
    return new ConversationKey("test", MARKER, MARKER, MARKER);
  }

  private void everythingMarked() {
    turn(
        "1",
        marked(),
        decide()
            .state(MARKER)
            .context(MARKER)
            .language(MARKER)
            .saying(new NewMessage(marked(), MARKER, CardRole.LIVE))
            .later(new NewEvent(MARKER, marked(), MARKER, START.plus(Duration.ofDays(1))))
            .noting(new Note.Question(MARKER, MARKER))
            .keeping("c1", 0, MARKER, START.plus(Duration.ofDays(99))));
    outbox.delivered(sending(), List.of(MARKER));
    assertTrue(inbox.accept(new NewEvent(MARKER, marked(), MARKER, START)));
    assertTrue(inbox.setAside(claimed(), List.of()));
  }

  private byte[] sealed(String sql) {
    return HexFormat.of().parseHex(PostgresServer.ask(config().url(), sql));
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
