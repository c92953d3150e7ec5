package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The inbox inside a transaction. */
final class InboxRows {
  private static final String ADDRESS = "inbox.address";
  private static final String PAYLOAD = "inbox.payload";
  private static final String TIMER = "inbox.timer";

  private static final String UNHANDLED =
      "status = %d AND (timer IS NULL AND due <= :arrivals OR due <= :timers)"
          .formatted(EventStatus.OPEN);

  private final LaneRows lanes;
  private final Vault vault;
  private final String holds;

  InboxRows(Vault vault, RowLocks locks) {
    this.vault = vault;
    this.lanes = new LaneRows("inbox_lane", locks);
    this.holds =
        """
        SELECT inbox.id FROM inbox JOIN inbox_lane USING (conversation)
        WHERE inbox.id = :id AND inbox.status = %d AND inbox_lane.claim = :claim"""
                .formatted(EventStatus.OPEN)
            + locks.waiting();
  }

  LaneRows lanes() {
    return lanes;
  }

  /** False if it was accepted before. */
  boolean accept(Handle handle, NewEvent event) {
    return insert(handle, event, vault.hashOfArrival(event), null);
  }

  /** Set aside from the start: no lane ever meets it. False if it stands there already. */
  boolean acceptAside(Handle handle, NewEvent event, Instant now) {
    ConversationKey key = event.conversation();
    byte[] person = vault.hash(key.personKey());
    boolean fresh =
        handle.execute(
                """
                INSERT INTO inbox
                  (platform, dedupe, status, due, ended, conversation, person, address, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (dedupe) DO NOTHING""",
                key.platform(),
                vault.hashOfArrival(event),
                EventStatus.ASIDE,
                event.due().toEpochMilli(),
                now.toEpochMilli(),
                vault.hash(key),
                person,
                vault.sealKey(ADDRESS, key),
                vault.seal(PAYLOAD, event.payload()))
            == 1;
    if (fresh) {
      TenancyRows.belongs(handle, person, vault.hash(key.tenantKey()));
    }
    return fresh;
  }

  List<Aside> aside(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, platform, ended, payload FROM inbox WHERE status = :aside ORDER BY id")
        .bind("aside", EventStatus.ASIDE)
        .map(
            (row, context) ->
                new Aside(
                    row.getLong(1),
                    row.getString(2),
                    Instant.ofEpochMilli(row.getLong(3)),
                    vault.open(PAYLOAD, row.getBytes(4))))
        .list();
  }

  /** What of a person's is not done. */
  Stream<Waiting> of(Handle handle, byte[] person) {
    return handle
        .createQuery(
            """
            SELECT id, due, payload, status, timer IS NULL FROM inbox
            WHERE person = :person ORDER BY id""")
        .bind("person", person)
        .map(
            (row, context) -> {
              byte[] sealed = row.getBytes(3);
              return new Waiting(
                  row.getInt(4) == EventStatus.ASIDE
                      ? Waiting.Kind.ASIDE
                      : row.getBoolean(5) ? Waiting.Kind.ARRIVED : Waiting.Kind.LATER,
                  row.getLong(1),
                  Instant.ofEpochMilli(row.getLong(2)),
                  () -> vault.open(PAYLOAD, sealed));
            })
        .list()
        .stream();
  }

  /** A due event takes the place of an earlier one of the same name. */
  void schedule(Handle handle, NewEvent event) {
    byte[] dedupe = vault.hashOfTimer(event);
    handle.execute("DELETE FROM inbox WHERE dedupe = ?", dedupe);
    insert(handle, event, dedupe, vault.seal(TIMER, event.dedupeKey()));
  }

  private boolean insert(Handle handle, NewEvent event, byte[] dedupe, byte @Nullable [] timer) {
    ConversationKey key = event.conversation();
    byte[] conversation = vault.hash(key);
    byte[] person = vault.hash(key.personKey());
    Optional<Long> id =
        handle
            .createQuery(
                """
                INSERT INTO inbox
                  (platform, dedupe, due, conversation, person, address, timer, payload)
                VALUES
                  (:platform, :dedupe, :due, :conversation, :person, :address, :timer, :payload)
                ON CONFLICT (dedupe) DO NOTHING
                RETURNING id""")
            .bind("platform", key.platform())
            .bind("dedupe", dedupe)
            .bind("due", event.due().toEpochMilli())
            .bind("conversation", conversation)
            .bind("person", person)
            .bind("address", vault.sealKey(ADDRESS, key))
            .bind("timer", timer)
            .bind("payload", vault.seal(PAYLOAD, event.payload()))
            .mapTo(Long.class)
            .findOne();
    id.ifPresent(
        head -> {
          TenancyRows.belongs(handle, person, vault.hash(key.tenantKey()));
          lanes.arrive(handle, key.platform(), conversation, head, event.due());
        });
    return id.isPresent();
  }

  /**
   * Claims the first due event of a conversation, if one is left. What arrived is due whatever the
   * clock says: it may have been accepted by a faster one, and must not be overtaken.
   */
  Optional<ClaimedEvent> claim(
      Handle handle, byte[] conversation, Instant now, Instant until, String token) {
    Optional<ClaimedEvent> event =
        handle
            .createQuery(
                """
                SELECT id, address, payload, attempts, due FROM inbox
                WHERE status = %d AND conversation = :conversation
                  AND (timer IS NULL OR due <= :now)
                ORDER BY id LIMIT 1"""
                    .formatted(EventStatus.OPEN))
            .bind("conversation", conversation)
            .bind("now", now.toEpochMilli())
            .map(
                (row, context) ->
                    new ClaimedEvent(
                        row.getLong(1),
                        vault.openKey(ADDRESS, row.getBytes(2)),
                        vault.open(PAYLOAD, row.getBytes(3)),
                        row.getInt(4) + 1,
                        Instant.ofEpochMilli(row.getLong(5)),
                        token))
            .findOne();
    event.ifPresent(
        claimed -> {
          handle.execute("UPDATE inbox SET attempts = attempts + 1 WHERE id = ?", claimed.id());
          lanes.claim(handle, conversation, token, until);
        });
    return event;
  }

  /** Whether the event is still open and claimed by whoever holds it; takes its lane. */
  boolean holds(Handle handle, ClaimedEvent event) {
    return handle
        .createQuery(holds)
        .bind("id", event.id())
        .bind("claim", event.claim())
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  void done(Handle handle, ClaimedEvent event, Instant now) {
    handle.execute(
        """
        UPDATE inbox SET status = ?, ended = ?, conversation = NULL, person = NULL,
          address = NULL, timer = NULL, payload = NULL
        WHERE id = ?""",
        EventStatus.DONE,
        now.toEpochMilli(),
        event.id());
  }

  void setAside(Handle handle, ClaimedEvent event, Instant now) {
    handle.execute(
        "UPDATE inbox SET status = ?, ended = ? WHERE id = ?",
        EventStatus.ASIDE,
        now.toEpochMilli(),
        event.id());
  }

  /** The claim on a lane that we have taken ended: it now waits for what is next. */
  void settle(Handle handle, byte[] conversation, Instant now) {
    Optional<Long> due =
        handle
            .createQuery(
                "SELECT MIN(due) FROM inbox WHERE status = %d AND conversation = :conversation"
                    .formatted(EventStatus.OPEN))
            .bind("conversation", conversation)
            .mapTo(Long.class)
            .findOne();
    if (due.isEmpty()) {
      lanes.remove(handle, conversation);
      return;
    }
    // What is due already queues up behind the other conversations, so that nobody's flood holds
    // them up.
    Instant ready = Instant.ofEpochMilli(Math.max(due.get(), now.toEpochMilli()));
    lanes.settle(handle, conversation, head(handle, conversation, ready), ready);
  }

  private static long head(Handle handle, byte[] conversation, Instant ready) {
    return handle
        .createQuery(
            """
            SELECT id FROM inbox
            WHERE status = %d AND conversation = :conversation AND due <= :ready
            ORDER BY id LIMIT 1"""
                .formatted(EventStatus.OPEN))
        .bind("conversation", conversation)
        .bind("ready", ready.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Removes what nobody came for in so long that its platform's process does not run any more; how
   * many events that were.
   */
  int expire(Handle handle, Instant now) {
    long arrivals = now.minus(Times.UNHANDLED).toEpochMilli();
    long timers = now.minus(Times.UNHANDLED_TIMER).toEpochMilli();
    return handle
        .createQuery("SELECT DISTINCT conversation FROM inbox WHERE " + UNHANDLED)
        .bind("arrivals", arrivals)
        .bind("timers", timers)
        .mapTo(byte[].class)
        .list()
        .stream()
        .filter(conversation -> lanes.idle(handle, conversation, now))
        .mapToInt(
            conversation -> {
              int removed =
                  handle
                      .createUpdate(
                          "DELETE FROM inbox WHERE conversation = :conversation AND " + UNHANDLED)
                      .bind("conversation", conversation)
                      .bind("arrivals", arrivals)
                      .bind("timers", timers)
                      .execute();
              settle(handle, conversation, now);
              return removed;
            })
        .sum();
  }

  /** Removes the due events of a conversation whose names begin with one of these. */
  void cancel(Handle handle, byte[] conversation, Set<String> prefixes) {
    if (prefixes.isEmpty()) {
      return;
    }
    handle
        .createQuery(
            """
            SELECT id, timer FROM inbox
            WHERE status = %d AND conversation = :conversation AND timer IS NOT NULL"""
                .formatted(EventStatus.OPEN))
        .bind("conversation", conversation)
        .map((row, context) -> new Timer(row.getLong(1), vault.open(TIMER, row.getBytes(2))))
        .list()
        .stream()
        .filter(timer -> prefixes.stream().anyMatch(timer.name()::startsWith))
        .forEach(timer -> handle.execute("DELETE FROM inbox WHERE id = ?", timer.id()));
  }

  private record Timer(long id, String name) {}

  /**
   * Erases what waits of a person. What arrived after the event that asks for it stays: the person
   * said it knowing that they had just been forgotten, and is owed an answer.
   */
  void forget(Handle handle, byte[] person, ClaimedEvent asking, Instant now) {
    handle.execute("DELETE FROM inbox WHERE person = ? AND timer IS NOT NULL", person);
    handle.execute(
        """
        UPDATE inbox SET status = ?, ended = ?, conversation = NULL, person = NULL,
          address = NULL, payload = NULL
        WHERE person = ? AND id < ?""",
        EventStatus.DONE,
        now.toEpochMilli(),
        person,
        asking.id());
  }
}
