package bot.optout.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** People's cases inside a transaction. */
final class CaseRows {
  private static final String PAYLOAD = "cases.payload";

  private final Vault vault;

  CaseRows(Vault vault) {
    this.vault = vault;
  }

  /** In the order in which they were opened: the ids grow. */
  List<KeptCase> of(Handle handle, byte[] person, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id, version, payload, expires FROM cases
            WHERE person = :person AND expires > :now ORDER BY id""")
        .bind("person", person)
        .bind("now", now.toEpochMilli())
        .map(
            (row, context) ->
                new KeptCase(
                    row.getString(1),
                    row.getLong(2),
                    vault.open(PAYLOAD, row.getBytes(3)),
                    Instant.ofEpochMilli(row.getLong(4))))
        .list();
  }

  /** Whether nobody changed these cases since they were seen. */
  boolean unchanged(Handle handle, byte[] person, List<CaseChange> changes) {
    return changes.stream()
        .allMatch(change -> version(handle, person, change.id()) == change.seen());
  }

  private static long version(Handle handle, byte[] person, String id) {
    return handle
        .createQuery("SELECT version FROM cases WHERE person = :person AND id = :id")
        .bind("person", person)
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** The version becomes the event's id, as that of a conversation does. */
  void change(
      Handle handle, byte[] person, ClaimedEvent event, List<CaseChange> changes, Instant now) {
    for (CaseChange change : changes) {
      change
          .payload()
          .ifPresentOrElse(
              payload -> keep(handle, person, event, change, payload, now),
              () ->
                  handle.execute(
                      "DELETE FROM cases WHERE person = ? AND id = ?", person, change.id()));
    }
  }

  private void keep(
      Handle handle,
      byte[] person,
      ClaimedEvent event,
      CaseChange change,
      String payload,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO cases (person, id, version, payload, touched, expires)
            VALUES (:person, :id, :version, :payload, :touched, :expires)
            ON CONFLICT (person, id) DO UPDATE SET
              version = excluded.version, payload = excluded.payload,
              touched = excluded.touched, expires = excluded.expires""")
        .bind("person", person)
        .bind("id", change.id())
        .bind("version", event.id())
        .bind("payload", vault.seal(PAYLOAD, payload))
        .bind("touched", now.toEpochMilli())
        .bind("expires", change.expires().toEpochMilli())
        .execute();
  }

  void forget(Handle handle, byte[] person) {
    handle.execute("DELETE FROM cases WHERE person = ?", person);
  }

  static int expire(Handle handle, Instant now) {
    return handle.execute("DELETE FROM cases WHERE expires <= ?", now.toEpochMilli());
  }
}
