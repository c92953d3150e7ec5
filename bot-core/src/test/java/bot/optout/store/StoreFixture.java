package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An open store, some people, and short words for what a test does with them. */
abstract class StoreFixture {
  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  static final ConversationKey ANNA = new ConversationKey("test", "tenant", "chat-a", "anna");
  static final ConversationKey ANNA_ELSEWHERE =
      new ConversationKey("test", "tenant", "group", "anna");
  static final ConversationKey BEN = new ConversationKey("test", "tenant", "chat-b", "ben");

  final SettableClock clock = new SettableClock(START);
  Store store;
  Inbox inbox;
  Outbox outbox;
  Conversations conversations;

  abstract StoreConfig config();

  @BeforeEach
  void open() {
    store = opened();
    inbox = store.inbox();
    outbox = store.outbox();
    conversations = store.conversations(sent -> "delete " + sent.reference());
  }

  Store opened() {
    return Store.open(config(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  static StoreConfig rotating(StoreConfig config, StoreConfig before) {
    return new StoreConfig(
        config.url(), config.login(), config.key(), before.key(), config.lease());
  }

  NewEvent event(String key, ConversationKey conversation) {
    return new NewEvent(key, conversation, "payload of " + key, clock.instant());
  }

  ClaimedEvent claimed() {
    return inbox.claim("test").orElseThrow();
  }

  ClaimedMessage sending() {
    return outbox.claim("test").orElseThrow();
  }

  static NewMessage message(ConversationKey conversation, String payload) {
    return new NewMessage(conversation, payload, CardRole.NONE);
  }

  static DecisionBuilder decide() {
    return new DecisionBuilder(START.plus(Duration.ofDays(7)));
  }

  boolean commit(ClaimedEvent event, DecisionBuilder decision) {
    return conversations.commit(event, conversations.load(event.conversation()), decision.build());
  }

  /** Has a turn about a new event. */
  void turn(String key, ConversationKey conversation, DecisionBuilder decision) {
    assertTrue(inbox.accept(event(key, conversation)));
    assertTrue(commit(claimed(), decision));
  }
}
