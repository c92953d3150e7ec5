package bot.optout.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who belongs to which tenant is written with every event. Of people who were there before that was
 * so, and of whom nothing came since, it is read from the addresses that wait for them; else a
 * tenant that leaves would leave them behind.
 */
final class TenancyBackfill {
  private static final List<String> TABLES = List.of("inbox", "outbox", "conversation", "sent");

  private final Vault vault;

  TenancyBackfill(Vault vault) {
    this.vault = vault;
  }

  /** Inside a transaction; how many people were found. */
  int fill(Handle handle) {
    return TABLES.stream().mapToInt(table -> fill(handle, table)).sum();
  }

  private int fill(Handle handle, String table) {
    List<Found> found =
        handle
            .createQuery(
                """
                SELECT person, MIN(address) FROM %s AS known
                WHERE person IS NOT NULL AND address IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM tenancy WHERE tenancy.person = known.person)
                GROUP BY person"""
                    .formatted(table))
            .map((row, context) -> new Found(row.getBytes(1), row.getBytes(2)))
            .list();
    for (Found one : found) {
      ConversationKey key = vault.openKey(table + ".address", one.address());
      TenancyRows.belongs(handle, one.person(), vault.hash(key.tenantKey()));
    }
    return found.size();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Found(byte[] person, byte[] address) {}
}
