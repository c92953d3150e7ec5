package bot.optout.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decided messages on their way to the platform: durable, in order within a conversation. */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Database database;
  private final OutboxRows rows;
  private final InboxRows inbox;
  private final Vault vault;
  private final Claims claims;
  private final Duration lease;
  private final Clock clock;

  Outbox(
      Database database,
      OutboxRows rows,
      InboxRows inbox,
      Vault vault,
      Claims claims,
      Duration lease,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.inbox = inbox;
    this.vault = vault;
    this.claims = claims;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Claims the oldest message of a conversation in which nothing is claimed or waits. The claim
   * holds for the store's lease; a message taken over after that comes as ambiguous.
   */
  public Optional<ClaimedMessage> claim(String platform) {
    Instant now = clock.instant();
    return database.read(handle -> rows.lanes().waiting(handle, platform, now))
        // The lease runs from here: who waited long for the writer would hold an old one.
        ? database.writeLightly(handle -> claim(handle, platform, clock.instant()))
        : Optional.empty();
  }

  private Optional<ClaimedMessage> claim(Handle handle, String platform, Instant now) {
    while (true) {
      Optional<LaneRows.Lane> lane = rows.lanes().candidate(handle, platform, now);
      if (lane.isEmpty()) {
        return Optional.empty();
      }
      Optional<ClaimedMessage> message =
          rows.claim(handle, lane.get(), now.plus(lease), claims.next());
      if (message.isPresent()) {
        return message;
      }
      rows.settle(handle, lane.get().conversation(), now);
    }
  }

  /** Lets a claim hold for another lease from now; false if it was lost. */
  public boolean extend(ClaimedMessage message) {
    Instant until = clock.instant().plus(lease);
    byte[] conversation = vault.hash(message.conversation());
    return database.writeLightly(
        handle -> rows.lanes().hold(handle, conversation, message.claim(), until));
  }

  /**
   * The message arrived: its payload is erased, its references are kept for 48 hours so that a
   * person who wants to be forgotten can have them deleted, and the card of the conversation is
   * updated. Counts even if the claim was lost meanwhile, unless the person was forgotten. A power
   * cut may undo it, so that the message comes twice.
   *
   * @param references opaque; the one that may become the card last
   */
  public void delivered(ClaimedMessage message, List<String> references) {
    Instant now = clock.instant();
    database.writeLightly(
        handle -> {
          if (rows.remove(handle, message)) {
            rows.cards().delivered(handle, message, references, now);
          }
          return release(handle, message, now);
        });
  }

  /**
   * Parts of the message stand in the chat: no later try repeats them.
   *
   * @param parts all that are done by now: for each its reference, a single line, or nothing
   * @throws StoreException if the claim was lost: somebody else goes on with the message
   */
  public void advanced(ClaimedMessage message, List<String> parts) {
    Instant now = clock.instant();
    boolean ours =
        database.writeLightly(
            handle -> ours(handle, message, now) && rows.advance(handle, message, parts));
    if (!ours) {
      throw new StoreException("the claim on a message was lost");
    }
  }

  /** Not sent; again at that time, and everything behind it in its conversation waits. */
  public void retryAt(ClaimedMessage message, Instant time) {
    byte[] conversation = vault.hash(message.conversation());
    database.writeLightly(
        handle -> rows.lanes().pause(handle, conversation, message.claim(), time));
  }

  /** May have been sent; marked so, and tried again at that time. */
  public void ambiguous(ClaimedMessage message, Instant again) {
    byte[] conversation = vault.hash(message.conversation());
    database.write(
        handle -> {
          rows.markAmbiguous(handle, message);
          return rows.lanes().pause(handle, conversation, message.claim(), again);
        });
  }

  /**
   * Never to be sent; what stands of it can still be deleted.
   *
   * @param reason goes to the log, so it must hold nothing personal
   */
  public void drop(ClaimedMessage message, String reason) {
    Instant now = clock.instant();
    database.write(
        handle ->
            ours(handle, message, now)
                && rows.abandon(handle, message, now)
                && release(handle, message, now));
    LOG.warn("Message {} is dropped: {}", message.id(), reason);
  }

  /** The chat is gone: everything pending and every due event of the conversation goes as well. */
  public void gone(ClaimedMessage message) {
    byte[] conversation = vault.hash(message.conversation());
    database.write(
        handle -> {
          rows.lanes().lock(handle, conversation);
          rows.removeAll(handle, conversation);
          rows.lanes().remove(handle, conversation);
          inbox.cancel(handle, conversation, Set.of(""));
          return true;
        });
  }

  /** When there may be something to claim; not later than now if there is something already. */
  public Optional<Instant> nextDue(String platform) {
    return database.read(handle -> rows.lanes().earliest(handle, platform));
  }

  /** How many messages wait or are being sent. */
  public long depth(String platform) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM outbox WHERE platform = :platform")
                .bind("platform", platform)
                .mapTo(Long.class)
                .one());
  }

  /** Since when the oldest of them waits. */
  public Optional<Instant> oldest(String platform) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT MIN(created) FROM outbox WHERE platform = :platform")
                .bind("platform", platform)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  private boolean ours(Handle handle, ClaimedMessage message, Instant now) {
    byte[] conversation = vault.hash(message.conversation());
    return rows.lanes().hold(handle, conversation, message.claim(), now.plus(lease));
  }

  /** Lets the next message of the conversation go, unless another process has the lane by now. */
  private boolean release(Handle handle, ClaimedMessage message, Instant now) {
    boolean ours = ours(handle, message, now);
    if (ours) {
      rows.settle(handle, vault.hash(message.conversation()), now);
    }
    return ours;
  }
}
