package bot.optout.store;

import org.jdbi.v3.core.Handle;

/** What is stored about a person, for {@code /mydata}. */
public final class People {
  private final Database database;
  private final ConversationRows conversations;
  private final FeedbackRows feedback;
  private final Vault vault;

  People(Database database, ConversationRows conversations, FeedbackRows feedback, Vault vault) {
    this.database = database;
    this.conversations = conversations;
    this.feedback = feedback;
    this.vault = vault;
  }

  public Holdings holdings(PersonKey key) {
    byte[] person = vault.hash(key);
    return database.read(
        handle ->
            new Holdings(
                conversations.of(handle, person),
                conversations.language(handle, person),
                count(handle, "SELECT COUNT(*) FROM outbox WHERE person = :person", person),
                count(handle, "SELECT COUNT(*) FROM sent WHERE person = :person", person),
                count(handle, "SELECT COUNT(*) FROM inbox WHERE person = :person", person),
                feedback.of(handle, person)));
  }

  private static int count(Handle handle, String sql, byte[] person) {
    return handle.createQuery(sql).bind("person", person).mapTo(Integer.class).one();
  }
}
