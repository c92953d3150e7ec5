package bot.optout.store;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What is stored about a person, for {@code /mydata}. */
public final class People {
  private final Database database;
  private final ConversationRows conversations;
  private final FeedbackRows feedback;
  private final CaseRows cases;
  private final Vault vault;
  private final Clock clock;

  People(
      Database database,
      ConversationRows conversations,
      FeedbackRows feedback,
      CaseRows cases,
      Vault vault,
      Clock clock) {
    this.database = database;
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
                count(handle, "SELECT COUNT(*) FROM outbox WHERE person = :person", person),
                count(handle, "SELECT COUNT(*) FROM sent WHERE person = :person", person),
                count(handle, "SELECT COUNT(*) FROM inbox WHERE person = :person", person),
                feedback.of(handle, person),
                cases.of(handle, person, now)));
  }

  private static int count(Handle handle, String sql, byte[] person) {
    return handle.createQuery(sql).bind("person", person).mapTo(Integer.class).one();
  }
}
