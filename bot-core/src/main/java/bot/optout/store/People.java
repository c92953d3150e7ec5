package bot.optout.store;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** What is stored about a person, for {@code /mydata}. */
public final class People {
  private final Database database;
  private final InboxRows inbox;
  private final OutboxRows outbox;
  private final ConversationRows conversations;
  private final FeedbackRows feedback;
  private final CaseRows cases;
  private final Vault vault;
  private final Clock clock;

  People(
      Database database,
      InboxRows inbox,
      OutboxRows outbox,
      ConversationRows conversations,
      FeedbackRows feedback,
      CaseRows cases,
      Vault vault,
      Clock clock) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.cases = cases;
    this.clock = clock;
    this.conversations = conversations;
    this.feedback = feedback;
    this.vault = vault;
  }

  public Holdings holdings(PersonKey key) {
    Instant now = clock.instant();
    byte[] person = vault.hash(key);
    return database.read(
        handle ->
            new Holdings(
                conversations.of(handle, person),
                conversations.language(handle, person),
                Stream.concat(inbox.of(handle, person), outbox.of(handle, person)).toList(),
                outbox.cards().count(handle, person),
                feedback.of(handle, person),
                cases.of(handle, person, now)));
  }
}
