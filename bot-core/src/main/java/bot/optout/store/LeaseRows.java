package bot.optout.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Leases inside a transaction. */
final class LeaseRows {
  private static final String PROBE = "probe";
  private static final String ROOM = "x".repeat(32_768);

  private LeaseRows() {}

  /** True if it was free, ran out, or was the owner's already. */
  static boolean take(Handle handle, String name, String owner, Instant now, Instant until) {
    return handle
            .createUpdate(
                """
                INSERT INTO lease (name, owner, until) VALUES (:name, :owner, :until)
                ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
                WHERE lease.owner = excluded.owner OR lease.until <= :now""")
            .bind("name", name)
            .bind("owner", owner)
            .bind("until", until.toEpochMilli())
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  static Optional<String> owner(Handle handle, String name) {
    return handle
        .createQuery("SELECT owner FROM lease WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  static void release(Handle handle, String name, String owner) {
    handle.execute("DELETE FROM lease WHERE name = ? AND owner = ?", name, owner);
  }

  /** Rewrites something that nobody needs, to see at the start whether it can be done at all. */
  static boolean touch(Handle handle) {
    return take(handle, "started", PROBE, Instant.EPOCH, Instant.EPOCH);
  }

  /**
   * Adds something that nobody needs, of the size of a long message, to see whether anything new
   * can be stored: a change of what is there may need no room. To be taken away again.
   */
  static boolean probe(Handle handle) {
    return take(handle, PROBE, ROOM, Instant.EPOCH, Instant.EPOCH);
  }

  static boolean unprobe(Handle handle) {
    release(handle, PROBE, ROOM);
    return true;
  }
}
