package bot.optout.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Who belongs to which tenant, inside a transaction: known as long as anything of them is kept. Its
 * rows are also what transactions about one person wait for.
 */
final class TenancyRows {
  static final String TABLE = "tenancy";

  private final RowLocks locks;

  TenancyRows(RowLocks locks) {
    this.locks = locks;
  }

  /** Takes the row even if it says so already, so that it does not expire now. */
  static void belongs(Handle handle, byte[] person, byte[] tenant) {
    handle.execute(
        """
        INSERT INTO tenancy (person, tenant) VALUES (?, ?)
        ON CONFLICT (person) DO UPDATE SET tenant = excluded.tenant
        WHERE tenancy.tenant <> excluded.tenant""",
        person,
        tenant);
  }

  /** One transaction at a time goes on about a person. */
  void lock(Handle handle, byte[] person) {
    Optional<byte[]> unused =
        handle
            .createQuery("SELECT tenant FROM tenancy WHERE person = :person" + locks.waiting())
            .bind("person", person)
            .mapTo(byte[].class)
            .findOne();
  }

  /** What the person said meanwhile keeps the row, until it expires. */
  void forget(Handle handle, byte[] person) {
    handle.execute(
        """
        DELETE FROM tenancy WHERE person = ?
          AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.person = tenancy.person)""",
        person);
  }

  /**
   * Removes whatever is kept of a tenant and its people.
   *
   * @param tables with a column {@code person}; our own names, never anything from outside
   */
  static void purge(Handle handle, byte[] tenant, List<String> tables) {
    // Lanes have no person; one of a conversation with nothing in it is settled by whoever claims
    // it.
    for (String table : tables) {
      handle.execute(
          "DELETE FROM " + table + " WHERE person IN (SELECT person FROM tenancy WHERE tenant = ?)",
          tenant);
    }
    handle.execute("DELETE FROM tenancy WHERE tenant = ?", tenant);
    handle.execute("DELETE FROM installation WHERE tenant = ?", tenant);
  }

  /** Forgets the belonging of people of whom nothing else is kept. */
  void expire(Handle handle, List<String> tables) {
    String nothing =
        tables.stream()
            .map(
                table ->
                    " AND NOT EXISTS (SELECT 1 FROM %1$s WHERE %1$s.person = tenancy.person)"
                        .formatted(table))
            .collect(Collectors.joining());
    List<byte[]> people =
        handle
            .createQuery("SELECT person FROM tenancy WHERE 1 = 1" + nothing + locks.passing())
            .mapTo(byte[].class)
            .list();
    // Asked again now that nobody else can change the row: something may have arrived before.
    people.forEach(
        person -> handle.execute("DELETE FROM tenancy WHERE person = ?" + nothing, person));
  }
}
