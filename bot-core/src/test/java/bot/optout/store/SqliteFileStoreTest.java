package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What only a file can show: encryption at rest, keys, and what is left after forgetting. */
final class SqliteFileStoreTest extends StoreFixture {
  private static final String MARKER = EveryColumn.MARKER;
  private static final MasterKey KEY = newKey();

  @TempDir Path folder;

  @Override
  StoreConfig config() {
    return StoreConfig.of("jdbc:sqlite:" + folder.resolve("optout.db")).with(KEY);
  }

  @Test
  void what_was_accepted_is_there_after_reopening() {
    inbox.accept(event("1", ANNA));
    reopen(config());
    assertEquals("payload of 1", claimed().payload());
    assertFalse(inbox.accept(event("1", ANNA)));
  }

  @Test
  void nothing_personal_stands_in_the_files() throws IOException {
    EveryColumn unused = new EveryColumn(this).fill();
    store
        .installations()
        .save(
            new Installation(
                EveryColumn.HERE.tenantKey(),
                MARKER,
                MARKER,
                Optional.of(MARKER),
                Optional.empty(),
                START));
    assertEquals(List.of(), filesWith(MARKER));
  }

  @Test
  void forgetting_leaves_no_byte_even_encrypted() throws IOException {
    Map<String, Set<String>> sealed = new EveryColumn(this).fill().seen();
    sealed.forEach((column, values) -> assertTrue(anyStands(values), column + " stands there"));
    forgotten();
    sealed.forEach((column, values) -> assertFalse(anyStands(values), column + " is left"));
    assertEquals(0, Files.size(folder.resolve("optout.db-wal")));
  }

  private void forgotten() {
    inbox.accept(event("last", EveryColumn.HERE));
    assertTrue(commit(claimed(), decide().forgetting()));
  }

  private boolean anyStands(Set<String> values) {
    return values.stream().anyMatch(value -> !filesHolding(value).isEmpty());
  }

  @Test
  void a_removed_case_leaves_no_byte() throws IOException {
    turn("1", ANNA, decide().keeping("c1", 0, MARKER, START.plus(Duration.ofDays(99))));
    byte[] followed = sealed("SELECT payload FROM cases");
    assertFalse(filesWith(followed).isEmpty(), "it stands there before");
    long seen = conversations.load(ANNA).cases().get(0).version();
    turn("2", ANNA, decide().removing("c1", seen));
    assertEquals(List.of(), filesWith(followed));
  }

  @Test
  void a_forgotten_person_is_scrubbed_later_if_somebody_reads_meanwhile() throws Exception {
    EveryColumn unused = new EveryColumn(this).fill();
    byte[] sealed = sealed("SELECT state FROM conversation");
    try (var reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM conversation").next();
      forgotten();
    }
    assertEquals(0, store.expire(clock.instant()).conversations());
    assertEquals(List.of(), filesWith(sealed));
  }

  @Test
  void the_key_file_is_the_owners_alone_and_complete() throws IOException {
    Store.open(keyless(), clock).close();
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
    assertTrue(MasterKey.parse(Files.readString(keyFile())).isPresent());
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().contains(".key.")), "no draft is left");
    }
    try (Store again = Store.open(keyless(), clock)) {
      assertTrue(again.healthy());
    }
  }

  @Test
  void a_lost_key_file_is_not_replaced() throws IOException {
    Store.open(keyless(), clock).close();
    Files.delete(keyFile());
    assertRefused(keyless(), "OPTOUT_ENCRYPTION_KEY");
    assertFalse(Files.exists(keyFile()));
  }

  @Test
  void a_wrong_key_names_the_variable() {
    assertRefused(config().with(newKey()), "OPTOUT_ENCRYPTION_KEY");
  }

  @Test
  void a_new_key_takes_over_from_the_previous_one() throws IOException {
    turn("1", ANNA, decide().state("kept"));
    MasterKey second = newKey();
    byte[] wrapped = sealed("SELECT wrapped FROM keyring WHERE name = 'data'");
    try (Store another = Store.open(config(), clock)) {
      reopen(rotating(config().with(second), config()));
      assertTrue(another.healthy(), "a file that is open elsewhere keeps its log of changes");
    }
    assertEquals(List.of(), filesWith(wrapped));
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
    reopen(config().with(second));
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
    assertRefused(config(), "OPTOUT_ENCRYPTION_KEY");
  }

  @Test
  void a_key_of_ones_own_takes_over_from_the_key_file() throws IOException {
    reopen(keyless());
    turn("1", ANNA, decide().state("kept"));
    reopen(keyless().with(KEY));
    Files.delete(keyFile());
    reopen(keyless().with(KEY));
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
  }

  @Test
  void a_key_file_that_nobody_needs_any_more_may_be_unreadable() throws IOException {
    Files.writeString(folder.resolve("optout.db.key"), "no key");
    reopen(config());
    assertTrue(store.healthy());
    assertRefused(config().with(newKey()), "key file");
  }

  @Test
  void a_value_moved_to_another_column_is_noticed() throws Exception {
    turn("1", ANNA, decide().state("s1").context("c1"));
    try (var tampering = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = tampering.createStatement()) {
      assertEquals(1, statement.executeUpdate("UPDATE conversation SET state = context"));
    }
    assertThrows(StoreException.class, () -> conversations.load(ANNA));
  }

  @Test
  void a_backup_made_while_the_bot_runs_opens_with_the_same_key() throws Exception {
    turn("1", ANNA, decide().state("kept"));
    try (var reading = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = reading.createStatement()) {
      // What ".backup" of the sqlite3 shell does.
      statement.executeUpdate("backup to '" + folder.resolve("backup.db") + "'");
    }
    reopen(StoreConfig.of("jdbc:sqlite:" + folder.resolve("backup.db")).with(KEY));
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
  }

  @Test
  void a_restored_backup_goes_on_from_there() throws Exception {
    Path live = folder.resolve("optout.db");
    turn("1", ANNA, decide().state("kept").saying(message(ANNA, "hello")));
    try (var reading = DriverManager.getConnection("jdbc:sqlite:" + live);
        var statement = reading.createStatement()) {
      statement.executeUpdate("backup to '" + folder.resolve("backup.db") + "'");
    }
    turn("2", ANNA, decide().state("later"));
    store.close();
    Files.copy(folder.resolve("backup.db"), live, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(folder.resolve("optout.db-wal"));
    Files.deleteIfExists(folder.resolve("optout.db-shm"));
    reopen(config());
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
    assertEquals("hello", sending().payload());
    assertFalse(inbox.accept(event("1", ANNA)));
    turn("2", ANNA, decide().state("again"));
    assertEquals(Optional.of("again"), conversations.load(ANNA).state());
  }

  /** Numbers are counted up in a state, as fast as can be, while the copy is made. */
  @Test
  void a_backup_in_the_middle_of_traffic_is_whole_and_goes_on() throws Exception {
    CountDownLatch underWay = new CountDownLatch(20);
    AtomicBoolean enough = new AtomicBoolean();
    Thread traffic =
        new Thread(
            () -> {
              for (int i = 1; !enough.get(); i++) {
                turn(
                    "n" + i,
                    ANNA,
                    decide().state(String.valueOf(i)).saying(message(ANNA, "m" + i)));
                underWay.countDown();
              }
            });
    traffic.start();
    underWay.await();
    Path backup = folder.resolve("backup.db");
    try (var reading = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = reading.createStatement()) {
      statement.executeUpdate("backup to '" + backup + "'");
    } finally {
      enough.set(true);
      traffic.join();
    }
    reopen(StoreConfig.of("jdbc:sqlite:" + backup).with(KEY));
    assertEquals(
        List.of("ok"),
        store
            .database()
            .<List<String>>read(
                handle -> handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list()));
    int reached = Integer.parseInt(conversations.load(ANNA).state().orElseThrow());
    assertTrue(reached >= 20, "what was there when it began: " + reached);
    assertEquals(reached, outbox.depth("test"), "a turn is there as a whole or not at all");
    assertFalse(inbox.accept(event("n" + reached, ANNA)));
    // The copy may have been made between an event and its turn.
    clock.advance(StoreConfig.LEASE);
    inbox.claim("test").ifPresent(event -> assertTrue(commit(event, decide().state("waited"))));
    turn("after it", ANNA, decide().state("later"));
    assertEquals(Optional.of("later"), conversations.load(ANNA).state());
  }

  @Test
  void the_file_of_a_stopped_bot_can_be_copied_alone_with_its_key() throws IOException {
    reopen(keyless());
    turn("1", ANNA, decide().state("kept"));
    store.close();
    Files.copy(folder.resolve("keyless.db"), folder.resolve("copy.db"));
    Files.copy(keyFile(), folder.resolve("copy.db.key"));
    reopen(StoreConfig.of("jdbc:sqlite:" + folder.resolve("copy.db")));
    assertEquals(Optional.of("kept"), conversations.load(ANNA).state());
  }

  @Test
  void a_database_of_a_newer_version_is_refused() throws Exception {
    try (var later = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = later.createStatement()) {
      assertEquals(1, statement.executeUpdate(TestSchema.NEXT));
    }
    assertRefused(config(), "newer version");
  }

  /** A database may not grow: what a full disk looks like to SQLite. */
  @Test
  void a_full_disk_is_said_so_and_nothing_accepted_is_lost() {
    assertTrue(inbox.accept(event("1", ANNA)));
    assertTrue(inbox.accept(new NewEvent("large", BEN, "x".repeat(200_000), START)));
    long pages = Long.parseLong(asked("PRAGMA page_count"));
    Logger log = (Logger) LoggerFactory.getLogger(WriteHealth.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    try (Database full = Database.open(new Limited(config(), "PRAGMA max_page_count=" + pages));
        Store small = Store.over(full, Dialect.of(config()), config(), clock)) {
      for (int i = 0; i < 3; i++) {
        StoreException trouble =
            assertThrows(
                StoreException.class,
                () -> small.inbox().accept(new NewEvent("2", ANNA, "x".repeat(100_000), START)));
        assertTrue(trouble.toString().contains("its disk is full"), trouble.toString());
        assertFalse(small.healthy(), "what is there can be changed, but nothing can be added");
      }
      assertEquals(1, said.list.size(), said.list.toString());
      assertEquals(1, store.database().<Integer>write(SqliteFileStoreTest::removeTheLarge));
      assertTrue(small.healthy(), "there is room again");
      assertTrue(small.inbox().accept(event("2", ANNA)), "as if it had never come");
      assertEquals(2, said.list.size(), said.list.toString());
    } finally {
      log.detachAppender(said);
    }
    assertEquals(
        "0", asked("SELECT COUNT(*) FROM lease WHERE name = 'probe'"), "trying left nothing");
    assertEquals("payload of 1", claimed().payload());
  }

  private static int removeTheLarge(Handle handle) {
    return handle.execute("DELETE FROM inbox WHERE length(payload) > 100000");
  }

  @Test
  void a_read_only_disk_is_said_so_and_nothing_accepted_is_lost() {
    assertTrue(inbox.accept(event("1", ANNA)));
    try (Database stuck = Database.open(new Limited(config(), "PRAGMA query_only=1"))) {
      StoreException trouble =
          assertThrows(
              StoreException.class,
              () -> stuck.write(handle -> handle.execute("DELETE FROM inbox")));
      assertTrue(trouble.toString().contains("read-only"), trouble.toString());
      assertFalse(stuck.healthy());
    }
    assertEquals("payload of 1", claimed().payload());
  }

  @Test
  void a_file_that_can_only_be_read_is_refused_with_its_reason() {
    Database stuck = Database.open(new Limited(config(), "PRAGMA query_only=1"));
    StoreException trouble =
        assertThrows(
            StoreException.class, () -> Store.over(stuck, Dialect.of(config()), config(), clock));
    assertTrue(trouble.toString().contains("read-only"), trouble.toString());
  }

  @Test
  void nobody_waits_for_the_lease_of_a_process_that_has_ended() throws Exception {
    Process ended =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow()).start();
    String living = Owner.ofThisProcess("store");
    String dead = living.replaceFirst("/\\d+/", "/" + ended.pid() + "/");
    ended.destroyForcibly().waitFor();
    assertFalse(Owner.isGone(living));
    assertTrue(Owner.isGone(dead));
    assertFalse(Owner.isGone("elsewhere/" + dead.substring(dead.indexOf('/') + 1)));
    Duration hour = Duration.ofHours(1);
    assertTrue(new Leases(store.database(), dead, owner -> false, clock).hold("polling", hour));
    assertTrue(store.leases().hold("polling", hour));
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.db"), "no database".repeat(1000));
    assertRefused(StoreConfig.of("jdbc:sqlite:" + text), "OPTOUT_DATABASE_URL");
  }

  private void assertRefused(StoreConfig config, String variable) {
    StoreException trouble = assertThrows(StoreException.class, () -> Store.open(config, clock));
    assertTrue(trouble.toString().contains(variable), trouble.toString());
  }

  private StoreConfig keyless() {
    return StoreConfig.of("jdbc:sqlite:" + folder.resolve("keyless.db"));
  }

  private Path keyFile() {
    return folder.resolve("keyless.db.key");
  }

  private void reopen(StoreConfig config) {
    store.close();
    store = Store.open(config, clock);
    inbox = store.inbox();
    outbox = store.outbox();
    conversations = store.conversations(sent -> "delete " + sent.reference());
  }

  private String asked(String sql) {
    try (var reading = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = reading.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  /** SQLite with every connection limited. */
  private static final class Limited implements Dialect {
    private final SqliteDialect sqlite;
    private final String limit;

    Limited(StoreConfig config, String limit) {
      this.sqlite = new SqliteDialect(config.url());
      this.limit = limit;
    }

    @Override
    public HikariConfig pool() {
      HikariConfig pool = sqlite.pool();
      pool.setConnectionInitSql(limit);
      return pool;
    }

    @Override
    public String migrations() {
      return sqlite.migrations();
    }

    @Override
    public FluentConfiguration locking(FluentConfiguration flyway) {
      return sqlite.locking(flyway);
    }

    @Override
    public Writes writes(Jdbi jdbi) {
      return sqlite.writes(jdbi);
    }

    @Override
    public RowLocks locks() {
      return sqlite.locks();
    }

    @Override
    public Optional<String> ailment(SQLException trouble) {
      return sqlite.ailment(trouble);
    }

    @Override
    public boolean scrub(Handle handle) {
      return sqlite.scrub(handle);
    }

    @Override
    public List<String> tablesWith(Handle handle, String column) {
      return sqlite.tablesWith(handle, column);
    }

    @Override
    public Optional<Path> keyFile() {
      return sqlite.keyFile();
    }
  }

  private byte[] sealed(String sql) throws IOException {
    try (var reading = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("optout.db"));
        var statement = reading.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getBytes(1);
    } catch (SQLException trouble) {
      throw new IOException(trouble);
    }
  }

  private List<Path> filesWith(String text) {
    return filesWith(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> filesWith(byte[] bytes) {
    return filesHolding(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private List<Path> filesHolding(String needle) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> read(file).contains(needle)).toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static MasterKey newKey() {
    return MasterKey.random(new SecureRandom());
  }
}
