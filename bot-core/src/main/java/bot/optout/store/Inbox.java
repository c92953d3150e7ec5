package bot.optout.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Events on their way to a turn: durable, each once, in order within a conversation. */
public final class Inbox {
  private final Database database;
  private final InboxRows rows;
  private final OutboxRows outbox;
  private final Vault vault;
  private final Claims claims;
  private final Duration lease;
  private final Clock clock;

  Inbox(
      Database database,
      InboxRows rows,
      OutboxRows outbox,
      Vault vault,
      Claims claims,
      Duration lease,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.outbox = outbox;
    this.vault = vault;
    this.claims = claims;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Stores an event; durable on return.
   *
   * @return false where the same dedupe key of that platform and tenant was accepted before and
   *     done less than 48 hours ago; nothing is stored then
   */
  public boolean accept(NewEvent event) {
    return database.write(handle -> rows.accept(handle, event));
  }

  /**
   * The same for several in one transaction, which takes hardly longer than for one: all are
   * durable on return, or none is stored.
   */
  public List<Boolean> acceptAll(List<NewEvent> events) {
    return database.write(
        handle -> events.stream().map(event -> rows.accept(handle, event)).toList());
  }

  /**
   * Claims the earliest accepted event that is due, of a conversation in which nothing is claimed
   * or waits for another try. The claim holds for the store's lease; after that another process may
   * take the event over.
   */
  public Optional<ClaimedEvent> claim(String platform) {
    Instant now = clock.instant();
    // Most questions are asked when there is nothing: they do not need the one writer.
    return database.read(handle -> rows.lanes().waiting(handle, platform, now))
        // The lease runs from here: who waited long for the writer would hold an old one.
        ? database.writeLightly(handle -> claim(handle, platform, clock.instant()))
        : Optional.empty();
  }

  private Optional<ClaimedEvent> claim(Handle handle, String platform, Instant now) {
    while (true) {
      Optional<LaneRows.Lane> lane = rows.lanes().candidate(handle, platform, now);
      if (lane.isEmpty()) {
        return Optional.empty();
      }
      byte[] conversation = lane.get().conversation();
      Optional<ClaimedEvent> event =
          rows.claim(handle, conversation, now, now.plus(lease), claims.next());
      if (event.isPresent()) {
        return event;
      }
      rows.settle(handle, conversation, now);
    }
  }

  /** Lets a claim hold for another lease from now; false if the event is not ours any more. */
  public boolean extend(ClaimedEvent event) {
    Instant until = clock.instant().plus(lease);
    byte[] conversation = vault.hash(event.conversation());
    return database.writeLightly(
        handle ->
            rows.holds(handle, event)
                && rows.lanes().hold(handle, conversation, event.claim(), until));
  }

  /**
   * Gives the event back, to be claimed again after a while; its conversation waits with it.
   * Nothing happens if the claim was lost.
   */
  public void retryLater(ClaimedEvent event, Duration wait) {
    Instant until = clock.instant().plus(wait);
    byte[] conversation = vault.hash(event.conversation());
    database.write(handle -> rows.lanes().pause(handle, conversation, event.claim(), until));
  }

  /**
   * Takes an event that cannot be handled out of the way and tells the person. Its payload stays
   * for 7 days.
   *
   * @return false if the claim was lost; nothing is stored then
   */
  public boolean setAside(ClaimedEvent event, List<NewMessage> apology) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          if (!rows.holds(handle, event)) {
            return false;
          }
          rows.setAside(handle, event, now);
          outbox.add(handle, apology, now);
          rows.settle(handle, vault.hash(event.conversation()), now);
          return true;
        });
  }

  /**
   * Keeps an event that nobody can have a turn about, out of the way: its payload stays for 7 days.
   *
   * @return false if it stands there already
   */
  public boolean keepAside(NewEvent event) {
    return database.write(handle -> rows.acceptAside(handle, event, clock.instant()));
  }

  /** What was set aside and is still there, oldest first. */
  public List<Aside> aside() {
    return database.read(rows::aside);
  }

  /** How many conversations wait for a turn now, and could have one. */
  public long waiting(String platform) {
    Instant now = clock.instant();
    return database.read(handle -> rows.lanes().count(handle, platform, now));
  }

  /** When there may be something to claim; not later than now if there is something already. */
  public Optional<Instant> nextDue(String platform) {
    return database.read(handle -> rows.lanes().earliest(handle, platform));
  }
}
