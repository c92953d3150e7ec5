package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** States and chosen languages inside a transaction. */
final class ConversationRows {
  private static final String ADDRESS = "conversation.address";
  private static final String STATE = "conversation.state";
  private static final String CONTEXT = "conversation.context";
  private static final String LANGUAGE = "person.language";

  private final CaseRows cases;
  private final Vault vault;

  ConversationRows(Vault vault, CaseRows cases) {
    this.vault = vault;
    this.cases = cases;
  }

  Snapshot load(Handle handle, ConversationKey key, Instant now) {
    byte[] person = vault.hash(key.personKey());
    Optional<String> language = language(handle, person);
    List<KeptCase> followed = cases.of(handle, person, now);
    return handle
        .createQuery(
            """
            SELECT version, state, context, touched, expires FROM conversation
            WHERE conversation = :conversation""")
        .bind("conversation", vault.hash(key))
        .map(
            (row, context) ->
                row.getLong(5) <= now.toEpochMilli()
                    ? new Snapshot(
                        row.getLong(1), Optional.empty(), Optional.empty(), language, followed)
                    : new Snapshot(
                        row.getLong(1),
                        vault.openIfAny(STATE, row.getBytes(2)),
                        fresh(row.getLong(4), now)
                            ? vault.openIfAny(CONTEXT, row.getBytes(3))
                            : Optional.empty(),
                        language,
                        followed))
        .findOne()
        .orElseGet(() -> new Snapshot(0, Optional.empty(), Optional.empty(), language, followed));
  }

  private static boolean fresh(long touched, Instant now) {
    return Instant.ofEpochMilli(touched).plus(Conversations.CONTEXT).isAfter(now);
  }

  long version(Handle handle, byte[] conversation) {
    return handle
        .createQuery("SELECT version FROM conversation WHERE conversation = :conversation")
        .bind("conversation", conversation)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** The version becomes the event's id: it grows, and no other change ever gets the same. */
  void save(Handle handle, ClaimedEvent event, Decision decision, Instant now) {
    byte[] conversation = vault.hash(event.conversation());
    if (decision.keepsNothing()) {
      handle.execute("DELETE FROM conversation WHERE conversation = ?", conversation);
      return;
    }
    handle
        .createUpdate(
            """
            INSERT INTO conversation
              (conversation, person, address, version, state, context, touched, expires)
            VALUES
              (:conversation, :person, :address, :version, :state, :context, :touched, :expires)
            ON CONFLICT (conversation) DO UPDATE SET
              version = excluded.version, state = excluded.state, context = excluded.context,
              touched = excluded.touched, expires = excluded.expires""")
        .bind("conversation", conversation)
        .bind("person", vault.hash(event.conversation().personKey()))
        .bind("address", vault.sealKey(ADDRESS, event.conversation()))
        .bind("version", event.id())
        .bind("state", vault.seal(STATE, decision.state()))
        .bind("context", vault.seal(CONTEXT, decision.context()))
        .bind("touched", now.toEpochMilli())
        .bind("expires", decision.expires().toEpochMilli())
        .execute();
  }

  void choose(Handle handle, PersonKey person, String language, Instant now) {
    handle.execute(
        """
        INSERT INTO person (person, language, chosen) VALUES (?, ?, ?)
        ON CONFLICT (person) DO UPDATE SET
          language = excluded.language, chosen = excluded.chosen""",
        vault.hash(person),
        vault.seal(LANGUAGE, language),
        now.toEpochMilli());
  }

  Optional<String> language(Handle handle, byte[] person) {
    return handle
        .createQuery("SELECT language FROM person WHERE person = :person")
        .bind("person", person)
        .map((row, context) -> vault.open(LANGUAGE, row.getBytes(1)))
        .findOne();
  }

  List<Holdings.Conversation> of(Handle handle, byte[] person) {
    return handle
        .createQuery(
            """
            SELECT address, state, context, touched, expires FROM conversation
            WHERE person = :person ORDER BY touched""")
        .bind("person", person)
        .map(
            (row, context) ->
                new Holdings.Conversation(
                    vault.openKey(ADDRESS, row.getBytes(1)),
                    vault.openIfAny(STATE, row.getBytes(2)),
                    vault.openIfAny(CONTEXT, row.getBytes(3)),
                    Instant.ofEpochMilli(row.getLong(4)),
                    Instant.ofEpochMilli(row.getLong(5))))
        .list();
  }

  /** Removes what is past its time; how many conversations that were. */
  static int expire(Handle handle, Instant now) {
    handle.execute(
        "UPDATE conversation SET context = NULL WHERE context IS NOT NULL AND touched <= ?",
        now.minus(Conversations.CONTEXT).toEpochMilli());
    return handle.execute(
        "DELETE FROM conversation WHERE expires <= ? OR (state IS NULL AND context IS NULL)",
        now.toEpochMilli());
  }

  void forget(Handle handle, byte[] person) {
    handle.execute("DELETE FROM conversation WHERE person = ?", person);
    handle.execute("DELETE FROM person WHERE person = ?", person);
    cases.forget(handle, person);
  }
}
