package bot.optout.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The lanes of a queue: one row a conversation with something open, which knows when its next thing
 * may be claimed and by whom it is. A lane may wrongly promise something; whoever claims it finds
 * nothing and settles it. It never wrongly promises nothing.
 */
final class LaneRows {
  private final String arrive;
  private final String lock;
  private final String idle;
  private final String candidate;
  private final String earliest;
  private final String count;
  private final String claim;
  private final String hold;
  private final String pause;
  private final String settle;
  private final String remove;

  /**
   * @param table one of our own table names, never anything from outside
   */
  LaneRows(String table, RowLocks locks) {
    lock =
        "SELECT head FROM %s WHERE conversation = :conversation".formatted(table) + locks.waiting();
    idle =
        "SELECT busy FROM %s WHERE conversation = :conversation".formatted(table) + locks.waiting();
    arrive =
        """
        INSERT INTO %1$s (conversation, platform, head, ready, busy, next)
        VALUES (:conversation, :platform, :head, :ready, 0, :ready)
        ON CONFLICT (conversation) DO UPDATE SET
          head = CASE WHEN excluded.ready < %1$s.ready THEN excluded.head ELSE %1$s.head END,
          ready = CASE WHEN excluded.ready < %1$s.ready THEN excluded.ready ELSE %1$s.ready END,
          next = CASE
            WHEN %1$s.busy >= %1$s.ready THEN %1$s.busy
            WHEN excluded.ready >= %1$s.ready THEN %1$s.ready
            WHEN excluded.ready > %1$s.busy THEN excluded.ready
            ELSE %1$s.busy END"""
            .formatted(table);
    candidate =
        "SELECT conversation, claim FROM %s WHERE platform = :platform AND next <= :now"
                .formatted(table)
            + " ORDER BY next, head LIMIT 1"
            + locks.passing();
    earliest = "SELECT MIN(next) FROM %s WHERE platform = :platform".formatted(table);
    count = "SELECT COUNT(*) FROM %s WHERE platform = :platform AND next <= :now".formatted(table);
    claim =
        "UPDATE %s SET claim = :claim, busy = :until, next = :until".formatted(table)
            + " WHERE conversation = :conversation";
    hold =
        "UPDATE %s SET busy = :until, next = :until".formatted(table)
            + " WHERE conversation = :conversation AND claim = :claim";
    pause =
        "UPDATE %s SET claim = NULL, busy = :until,".formatted(table)
            + " next = CASE WHEN ready > :until THEN ready ELSE :until END"
            + " WHERE conversation = :conversation AND claim = :claim";
    settle =
        "UPDATE %s SET claim = NULL, busy = 0, head = :head, ready = :ready, next = :ready"
                .formatted(table)
            + " WHERE conversation = :conversation";
    remove = "DELETE FROM %s WHERE conversation = :conversation".formatted(table);
  }

  /** A lane that may be claimed. */
  static final class Lane {
    private final byte[] conversation;
    private final boolean abandoned;

    private Lane(byte[] conversation, boolean abandoned) {
      this.conversation = conversation;
      this.abandoned = abandoned;
    }

    byte[] conversation() {
      return conversation;
    }

    /** Somebody claimed it, and their lease ended. */
    boolean abandoned() {
      return abandoned;
    }
  }

  /** Something new is open in the conversation. */
  void arrive(Handle handle, String platform, byte[] conversation, long head, Instant ready) {
    handle
        .createUpdate(arrive)
        .bind("conversation", conversation)
        .bind("platform", platform)
        .bind("head", head)
        .bind("ready", ready.toEpochMilli())
        .execute();
  }

  /**
   * Keeps what stands in the lane from changing until the transaction ends. Whoever looks at what
   * is in a lane in order to change its row takes it first: otherwise something could arrive in
   * between, and nobody would come for it.
   */
  void lock(Handle handle, byte[] conversation) {
    Optional<Long> unused =
        handle.createQuery(lock).bind("conversation", conversation).mapTo(Long.class).findOne();
  }

  /** Whether nobody claims it; it is taken. */
  boolean idle(Handle handle, byte[] conversation, Instant now) {
    return handle
        .createQuery(idle)
        .bind("conversation", conversation)
        .mapTo(Long.class)
        .findOne()
        .filter(busy -> busy > now.toEpochMilli())
        .isEmpty();
  }

  /** Whether there may be something to claim; holds nothing. */
  boolean waiting(Handle handle, String platform, Instant now) {
    return earliest(handle, platform).filter(next -> !next.isAfter(now)).isPresent();
  }

  /** The lane that has waited longest of those that may be claimed now; it is taken. */
  Optional<Lane> candidate(Handle handle, String platform, Instant now) {
    return handle
        .createQuery(candidate)
        .bind("platform", platform)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new Lane(row.getBytes(1), row.getString(2) != null))
        .findOne();
  }

  Optional<Instant> earliest(Handle handle, String platform) {
    return handle
        .createQuery(earliest)
        .bind("platform", platform)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** How many may be claimed. */
  long count(Handle handle, String platform, Instant now) {
    return handle
        .createQuery(count)
        .bind("platform", platform)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  void claim(Handle handle, byte[] conversation, String token, Instant until) {
    update(handle, claim, conversation, token, until);
  }

  /** Keeps a claim until then; false if it was lost. */
  boolean hold(Handle handle, byte[] conversation, String token, Instant until) {
    return update(handle, hold, conversation, token, until);
  }

  /** Gives a claim back and keeps everybody out until then; false if it was lost. */
  boolean pause(Handle handle, byte[] conversation, String token, Instant until) {
    return update(handle, pause, conversation, token, until);
  }

  /** Nobody claims the lane any more; the next thing in it is this one. */
  void settle(Handle handle, byte[] conversation, long head, Instant ready) {
    handle
        .createUpdate(settle)
        .bind("conversation", conversation)
        .bind("head", head)
        .bind("ready", ready.toEpochMilli())
        .execute();
  }

  /** Nothing is left in the lane. */
  void remove(Handle handle, byte[] conversation) {
    handle.createUpdate(remove).bind("conversation", conversation).execute();
  }

  private static boolean update(
      Handle handle, String sql, byte[] conversation, String token, Instant until) {
    return handle
            .createUpdate(sql)
            .bind("conversation", conversation)
            .bind("claim", token)
            .bind("until", until.toEpochMilli())
            .execute()
        == 1;
  }
}
