package bot.optout.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The outbox inside a transaction. */
final class OutboxRows {
  private static final String ADDRESS = "outbox.address";
  private static final String PAYLOAD = "outbox.payload";
  private static final String PARTS = "outbox.parts";
  private static final String BETWEEN = "\n";
  private static final String BY_ID = "id = :value";
  private static final String OF_PERSON = "person = :value";

  private final LaneRows lanes;
  private final CardRows cards;
  private final Vault vault;

  OutboxRows(Vault vault, RowLocks locks) {
    this.vault = vault;
    this.lanes = new LaneRows("outbox_lane", locks);
    this.cards = new CardRows(vault);
  }

  LaneRows lanes() {
    return lanes;
  }

  CardRows cards() {
    return cards;
  }

  void add(Handle handle, List<NewMessage> messages, Instant now) {
    messages.forEach(message -> add(handle, message, now));
  }

  private void add(Handle handle, NewMessage message, Instant now) {
    ConversationKey key = message.conversation();
    byte[] conversation = vault.hash(key);
    long id =
        handle
            .createQuery(
                """
                INSERT INTO outbox
                  (platform, created, card, conversation, person, address, payload)
                VALUES
                  (:platform, :created, :card, :conversation, :person, :address, :payload)
                RETURNING id""")
            .bind("platform", key.platform())
            .bind("created", now.toEpochMilli())
            .bind("card", message.card().name())
            .bind("conversation", conversation)
            .bind("person", vault.hash(key.personKey()))
            .bind("address", vault.sealKey(ADDRESS, key))
            .bind("payload", vault.seal(PAYLOAD, message.payload()))
            .mapTo(Long.class)
            .one();
    lanes.arrive(handle, key.platform(), conversation, id, now);
  }

  /** What is to be sent to a person. */
  Stream<Waiting> of(Handle handle, byte[] person) {
    return handle
        .createQuery("SELECT id, created, payload FROM outbox WHERE person = :person ORDER BY id")
        .bind("person", person)
        .map(
            (row, context) -> {
              byte[] sealed = row.getBytes(3);
              return new Waiting(
                  Waiting.Kind.MESSAGE,
                  row.getLong(1),
                  Instant.ofEpochMilli(row.getLong(2)),
                  () -> vault.open(PAYLOAD, sealed));
            })
        .list()
        .stream();
  }

  /** Claims the first message of a conversation, if one is left. */
  Optional<ClaimedMessage> claim(Handle handle, LaneRows.Lane lane, Instant until, String token) {
    Optional<String> card = cards.find(handle, lane.conversation());
    Optional<ClaimedMessage> message =
        handle
            .createQuery(
                """
                SELECT id, address, payload, card, attempts, ambiguous, created, parts FROM outbox
                WHERE conversation = :conversation ORDER BY id LIMIT 1""")
            .bind("conversation", lane.conversation())
            .map(
                (row, context) ->
                    new ClaimedMessage(
                        row.getLong(1),
                        vault.openKey(ADDRESS, row.getBytes(2)),
                        vault.open(PAYLOAD, row.getBytes(3)),
                        CardRole.valueOf(row.getString(4)),
                        card,
                        parts(row.getBytes(8)),
                        row.getInt(5) + 1,
                        row.getBoolean(6) || lane.abandoned(),
                        Instant.ofEpochMilli(row.getLong(7)),
                        token))
            .findOne();
    message.ifPresent(
        claimed -> {
          handle.execute(
              "UPDATE outbox SET attempts = attempts + 1, ambiguous = ? WHERE id = ?",
              claimed.ambiguous() ? 1 : 0,
              claimed.id());
          lanes.claim(handle, lane.conversation(), token, until);
        });
    return message;
  }

  /** The parts that are done; what was in doubt was about one of them. */
  boolean advance(Handle handle, ClaimedMessage message, List<String> parts) {
    return handle.execute(
            "UPDATE outbox SET parts = ?, attempts = 0, ambiguous = 0 WHERE id = ?",
            vault.seal(PARTS, String.join(BETWEEN, parts)),
            message.id())
        == 1;
  }

  private List<String> parts(byte @Nullable [] sealed) {
    return vault
        .openIfAny(PARTS, sealed)
        .map(done -> List.of(done.split(BETWEEN, -1)))
        .orElse(List.of());
  }

  /** Takes a message out that will not be sent any further. */
  boolean abandon(Handle handle, ClaimedMessage message, Instant now) {
    cards.keep(handle, unfinished(handle, BY_ID, message.id()), now);
    return remove(handle, message);
  }

  /** What stands of messages that are not delivered as a whole. */
  private List<SentReference> unfinished(Handle handle, String where, Object value) {
    return handle
        .createQuery("SELECT address, parts FROM outbox WHERE parts IS NOT NULL AND " + where)
        .bind("value", value)
        .map(
            (row, context) -> {
              ConversationKey conversation = vault.openKey(ADDRESS, row.getBytes(1));
              return parts(row.getBytes(2)).stream()
                  .filter(reference -> !reference.isEmpty())
                  .map(reference -> new SentReference(conversation, reference))
                  .toList();
            })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  void markAmbiguous(Handle handle, ClaimedMessage message) {
    handle.execute("UPDATE outbox SET ambiguous = 1 WHERE id = ?", message.id());
  }

  boolean remove(Handle handle, ClaimedMessage message) {
    return handle.execute("DELETE FROM outbox WHERE id = ?", message.id()) == 1;
  }

  void removeAll(Handle handle, byte[] conversation) {
    handle.execute("DELETE FROM outbox WHERE conversation = ?", conversation);
  }

  /** Takes out what nobody could deliver; how many messages that were. */
  int expire(Handle handle, Instant now) {
    long undelivered = now.minus(Times.UNDELIVERED).toEpochMilli();
    cards.keep(handle, unfinished(handle, "created <= :value", undelivered), now);
    return handle.execute("DELETE FROM outbox WHERE created <= ?", undelivered);
  }

  /** A lane that we have taken now waits for what is next in the conversation. */
  void settle(Handle handle, byte[] conversation, Instant now) {
    Optional<Long> head =
        handle
            .createQuery("SELECT MIN(id) FROM outbox WHERE conversation = :conversation")
            .bind("conversation", conversation)
            .mapTo(Long.class)
            .findOne();
    head.ifPresentOrElse(
        id -> lanes.settle(handle, conversation, id, now),
        () -> lanes.remove(handle, conversation));
  }

  /** Takes all that is said to a person out; what stands of it in chats is left to be deleted. */
  List<SentReference> forget(Handle handle, byte[] person, Instant now) {
    cards.keep(handle, unfinished(handle, OF_PERSON, person), now);
    handle.execute("DELETE FROM outbox WHERE person = ?", person);
    return cards.forget(handle, person);
  }
}
