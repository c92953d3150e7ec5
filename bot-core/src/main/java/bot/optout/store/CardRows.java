package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The cards that stand and the messages that can still be deleted. */
final class CardRows {
  private static final String CARD = "card.reference";
  private static final String SENT = "sent.reference";
  private static final String ADDRESS = "sent.address";

  private final Vault vault;

  CardRows(Vault vault) {
    this.vault = vault;
  }

  Optional<String> find(Handle handle, byte[] conversation) {
    return handle
        .createQuery("SELECT reference FROM card WHERE conversation = :conversation")
        .bind("conversation", conversation)
        .map((row, context) -> vault.open(CARD, row.getBytes(1)))
        .findOne();
  }

  void delivered(Handle handle, ClaimedMessage message, List<String> references, Instant now) {
    byte[] person = vault.hash(message.conversation().personKey());
    references.forEach(
        reference -> keep(handle, new SentReference(message.conversation(), reference), now));
    byte[] conversation = vault.hash(message.conversation());
    switch (message.card()) {
      case LIVE -> {
        if (references.isEmpty()) {
          remove(handle, conversation);
        } else {
          stand(handle, conversation, person, references.get(references.size() - 1), now);
        }
      }
      case LAST -> remove(handle, conversation);
      case NONE -> {}
    }
  }

  /** Takes all of a person's messages out; what is left to do is deleting them on the platform. */
  List<SentReference> forget(Handle handle, byte[] person) {
    handle.execute("DELETE FROM card WHERE person = ?", person);
    List<SentReference> sent =
        handle
            .createQuery("SELECT address, reference FROM sent WHERE person = :person ORDER BY id")
            .bind("person", person)
            .map(
                (row, context) ->
                    new SentReference(
                        vault.openKey(ADDRESS, row.getBytes(1)), vault.open(SENT, row.getBytes(2))))
            .list();
    handle.execute("DELETE FROM sent WHERE person = ?", person);
    // A card that was edited in place was delivered many times and is deleted once.
    return sent.stream().distinct().toList();
  }

  int count(Handle handle, byte[] person) {
    return handle
        .createQuery("SELECT COUNT(*) FROM sent WHERE person = :person")
        .bind("person", person)
        .mapTo(Integer.class)
        .one();
  }

  void keep(Handle handle, List<SentReference> messages, Instant now) {
    messages.forEach(message -> keep(handle, message, now));
  }

  private void keep(Handle handle, SentReference message, Instant now) {
    handle.execute(
        "INSERT INTO sent (person, address, reference, sent) VALUES (?, ?, ?, ?)",
        vault.hash(message.conversation().personKey()),
        vault.sealKey(ADDRESS, message.conversation()),
        vault.seal(SENT, message.reference()),
        now.toEpochMilli());
  }

  private void stand(
      Handle handle, byte[] conversation, byte[] person, String reference, Instant now) {
    handle.execute(
        """
        INSERT INTO card (conversation, person, reference, sent) VALUES (?, ?, ?, ?)
        ON CONFLICT (conversation) DO UPDATE SET
          reference = excluded.reference, sent = excluded.sent""",
        conversation,
        person,
        vault.seal(CARD, reference),
        now.toEpochMilli());
  }

  private static void remove(Handle handle, byte[] conversation) {
    handle.execute("DELETE FROM card WHERE conversation = ?", conversation);
  }
}
