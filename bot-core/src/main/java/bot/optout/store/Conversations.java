package bot.optout.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The states of all conversations, and the one transaction that ends a turn. */
public final class Conversations {
  /** How long a context is kept after it was last saved, whatever is open beside it. */
  public static final Duration CONTEXT = Duration.ofMinutes(30);

  private final Database database;
  private final TenancyRows tenancy;
  private final ConversationRows rows;
  private final CaseRows cases;
  private final InboxRows inbox;
  private final OutboxRows outbox;
  private final FeedbackRows feedback;
  private final Vault vault;
  private final Function<SentReference, String> deletion;
  private final Clock clock;

  Conversations(
      Database database,
      TenancyRows tenancy,
      ConversationRows rows,
      CaseRows cases,
      InboxRows inbox,
      OutboxRows outbox,
      FeedbackRows feedback,
      Vault vault,
      Function<SentReference, String> deletion,
      Clock clock) {
    this.database = database;
    this.tenancy = tenancy;
    this.rows = rows;
    this.cases = cases;
    this.inbox = inbox;
    this.outbox = outbox;
    this.feedback = feedback;
    this.vault = vault;
    this.deletion = deletion;
    this.clock = clock;
  }

  /** What is known now; an expired conversation or context is as good as none. */
  public Snapshot load(ConversationKey key) {
    Instant now = clock.instant();
    return database.read(handle -> rows.load(handle, key, now));
  }

  /**
   * Commits a decision and marks its event done, as a whole; durable on return.
   *
   * @return false if the event is not ours any more, or if the conversation or a case the decision
   *     changes was changed since it was seen: nothing changed then. Whoever still holds the event
   *     ({@link Inbox#extend} tells) may load and decide again
   */
  public boolean commit(ClaimedEvent event, Snapshot seen, Decision decision) {
    Instant now = clock.instant();
    boolean committed =
        database.write(handle -> commit(handle, event, seen.version(), decision, now));
    if (committed && decision.erases()) {
      database.scrub();
    }
    return committed;
  }

  private boolean commit(
      Handle handle, ClaimedEvent event, long seen, Decision decision, Instant now) {
    byte[] conversation = vault.hash(event.conversation());
    byte[] person = vault.hash(event.conversation().personKey());
    // Two chats of one person change the same cases, and one may be forgetting the person.
    tenancy.lock(handle, person);
    if (!inbox.holds(handle, event)
        || rows.version(handle, conversation) != seen
        || !cases.unchanged(handle, person, decision.cases())) {
      return false;
    }
    if (decision.forget()) {
      forget(handle, event, now);
    }
    inbox.done(handle, event, now);
    inbox.cancel(handle, conversation, decision.cancelDue());
    decision.due().forEach(due -> inbox.schedule(handle, due));
    rows.save(handle, event, decision, now);
    cases.change(handle, person, event, decision.cases(), now);
    decision
        .language()
        .ifPresent(choice -> rows.choose(handle, event.conversation().personKey(), choice, now));
    outbox.add(handle, decision.messages(), now);
    feedback.add(handle, event.conversation().personKey(), decision, now);
    inbox.settle(handle, conversation, now);
    return true;
  }

  private void forget(Handle handle, ClaimedEvent event, Instant now) {
    byte[] person = vault.hash(event.conversation().personKey());
    rows.forget(handle, person);
    inbox.forget(handle, person, event, now);
    feedback.forget(handle, person);
    tenancy.forget(handle, person);
    List<NewMessage> deletions =
        outbox.forget(handle, person, now).stream()
            .map(sent -> new NewMessage(sent.conversation(), deletion.apply(sent), CardRole.NONE))
            .toList();
    outbox.add(handle, deletions, now);
  }
}
