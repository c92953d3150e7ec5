package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** One person of whom something stands in every column there is, and what ever stood there. */
final class EveryColumn {
  static final String MARKER = "Rosenkohl-Quittung";
  static final ConversationKey HERE = new ConversationKey("test", MARKER, MARKER, MARKER);

  private static final ConversationKey ELSEWHERE =
      new ConversationKey("test", MARKER, "elsewhere", MARKER);

  /** Keyed hashes; all other columns of that type are encrypted. */
  private static final Set<String> HASHES = Set.of("conversation", "person", "dedupe");

  private final StoreFixture store;
  private final Map<String, Set<String>> seen = new TreeMap<>();

  EveryColumn(StoreFixture store) {
    this.store = store;
  }

  /** Fills the columns; the conversation {@code HERE} has nothing that is claimed. */
  EveryColumn fill() {
    NewMessage message = new NewMessage(HERE, MARKER, CardRole.LIVE);
    store.turn(
        "1",
        HERE,
        StoreFixture.decide()
            .state(MARKER)
            .context(MARKER)
            .language(MARKER)
            .saying(message)
            .keeping("c1", 0, MARKER, StoreFixture.START.plus(Duration.ofDays(99))));
    collect();
    store.outbox.delivered(store.sending(), List.of(MARKER));
    collect();
    NewEvent later =
        new NewEvent(MARKER, HERE, MARKER, StoreFixture.START.plus(Duration.ofDays(1)));
    assertTrue(store.inbox.accept(new NewEvent(MARKER, HERE, MARKER, StoreFixture.START)));
    collect();
    assertTrue(store.inbox.setAside(store.claimed(), List.of(message)));
    store.outbox.advanced(store.sending(), List.of(MARKER));
    store.turn(
        "2",
        HERE,
        StoreFixture.decide()
            .state(MARKER)
            .context(MARKER)
            .saying(message)
            .later(later)
            .noting(new Note.Question(MARKER, MARKER, Optional.of("too-late"))));
    assertTrue(store.inbox.accept(new NewEvent("open", ELSEWHERE, MARKER, StoreFixture.START)));
    assertEquals(ELSEWHERE, store.claimed().conversation());
    collect();
    return this;
  }

  /**
   * By table and column: every encrypted value that stood there at some time, a character a byte.
   */
  Map<String, Set<String>> seen() {
    return seen;
  }

  private void collect() {
    Database database = store.store.database();
    boolean unused =
        database.read(
            handle -> {
              for (String table : database.personal(handle)) {
                columns(handle, table).forEach(column -> collect(handle, table, column));
              }
              return true;
            });
  }

  private void collect(Handle handle, String table, String column) {
    Set<String> values = seen.computeIfAbsent(table + "." + column, name -> new TreeSet<>());
    handle
        .createQuery("SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL".formatted(column, table))
        .map((row, context) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
        .forEach(values::add);
  }

  private static Set<String> columns(Handle handle, String table) {
    Set<String> columns = new TreeSet<>();
    try (ResultSet rows =
        handle.getConnection().getMetaData().getColumns(null, null, table, null)) {
      while (rows.next()) {
        if (Set.of("BLOB", "bytea").contains(rows.getString("TYPE_NAME"))) {
          columns.add(rows.getString("COLUMN_NAME"));
        }
      }
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
    columns.removeAll(HASHES);
    return columns;
  }
}
