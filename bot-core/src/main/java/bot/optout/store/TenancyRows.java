package bot.optout.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who belongs to which tenant, inside a transaction: known as long as anything of them is kept. */
final class TenancyRows {
  static final String TABLE = "tenancy";

  private TenancyRows() {}

  static void belongs(Handle handle, byte[] person, byte[] tenant) {
    handle.execute(
        "INSERT INTO tenancy (person, tenant) VALUES (?, ?) ON CONFLICT (person) DO NOTHING",
        person,
        tenant);
  }

  static void forget(Handle handle, byte[] person) {
    handle.execute("DELETE FROM tenancy WHERE person = ?", person);
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
  static void expire(Handle handle, List<String> tables) {
    StringBuilder sql = new StringBuilder("DELETE FROM tenancy WHERE 1 = 1");
    for (String table : tables) {
      sql.append(" AND NOT EXISTS (SELECT 1 FROM ")
          .append(table)
          .append(" WHERE ")
          .append(table)
          .append(".person = tenancy.person)");
    }
    handle.execute(sql.toString());
  }
}
