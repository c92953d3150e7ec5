package bot.optout.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Removes what is past its time. */
final class ExpiryRows {
  private final Database database;
  private final InboxRows inbox;
  private final OutboxRows outbox;
  private final TenancyRows tenancy;

  ExpiryRows(Database database, InboxRows inbox, OutboxRows outbox, TenancyRows tenancy) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.tenancy = tenancy;
  }

  Expired expire(Instant now) {
    Expired expired = database.write(handle -> expire(handle, now));
    database.write(
        handle -> {
          tenancy.expire(handle, database.personal(handle));
          return true;
        });
    database.scrub();
    return expired;
  }

  private Expired expire(Handle handle, Instant now) {
    int conversations = ConversationRows.expire(handle, now);
    before(
        """
        DELETE FROM card WHERE sent <= ? AND NOT EXISTS
          (SELECT 1 FROM conversation WHERE conversation.conversation = card.conversation)""",
        handle,
        now.minus(Times.CARD));
    before("DELETE FROM person WHERE chosen <= ?", handle, now.minus(Times.LANGUAGE));
    return new Expired(
        conversations,
        before("DELETE FROM sent WHERE sent <= ?", handle, now.minus(Times.REFERENCE)),
        outbox.expire(handle, now),
        ended(handle, EventStatus.ASIDE, now, Times.SET_ASIDE),
        ended(handle, EventStatus.DONE, now, Times.DEDUPE),
        inbox.expire(handle, now),
        FeedbackRows.expire(handle, now),
        CaseRows.expire(handle, now));
  }

  private static int ended(Handle handle, int status, Instant now, Duration kept) {
    return handle.execute(
        "DELETE FROM inbox WHERE ended <= ? AND status = ?",
        now.minus(kept).toEpochMilli(),
        status);
  }

  private static int before(String sql, Handle handle, Instant time) {
    return handle.execute(sql, time.toEpochMilli());
  }
}
