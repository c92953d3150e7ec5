package bot.optout.delivery;

import bot.optout.store.CardRole;
import bot.optout.store.ClaimedEvent;
import bot.optout.store.ConversationKey;
import bot.optout.store.Conversations;
import bot.optout.store.Decision;
import bot.optout.store.NewEvent;
import bot.optout.store.NewMessage;
import bot.optout.store.Snapshot;
import bot.optout.store.Store;
import bot.optout.store.StoreConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one process of an adapter is to the others: a store, lanes and a way out. Every event adds
 * one to the number that is its conversation's state, and says the new number.
 */
final class Replica implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemUTC();
  private final Store store;
  private final Conversations conversations;
  private final Lanes lanes;
  private final OutboxWorker outbox;
  private final Consumer<ClaimedEvent> beforeTurn;

  /**
   * Runs at once.
   *
   * @param beforeTurn may take its time, or never return
   * @param said where messages arrive
   */
  Replica(StoreConfig config, Consumer<ClaimedEvent> beforeTurn, Consumer<Said> said) {
    this.beforeTurn = beforeTurn;
    this.store = Store.open(config, clock);
    this.conversations = store.conversations(sent -> "");
    Courier courier =
        (message, progress) -> {
          said.accept(new Said(message.conversation().chat(), message.payload()));
          return new Sending.Delivered(List.of("reference"));
        };
    this.outbox =
        new OutboxWorker(store.outbox(), "test", courier, clock, new Random(1), Tally.NONE, 4);
    this.lanes = new Lanes(store.inbox(), "test", new Counting(), clock, Tally.NONE, 4);
    lanes.start();
    outbox.start();
  }

  /** What arrived in a chat. */
  record Said(String chat, String text) {}

  boolean accept(String chat, String dedupe) {
    ConversationKey key = new ConversationKey("test", "tenant", chat, "person of " + chat);
    boolean fresh = store.inbox().accept(new NewEvent(dedupe, key, dedupe, clock.instant()));
    lanes.wake();
    return fresh;
  }

  Store store() {
    return store;
  }

  private final class Counting implements TurnHandler {
    @Override
    public void run(ClaimedEvent event) {
      beforeTurn.accept(event);
      boolean committed;
      do {
        Snapshot seen = conversations.load(event.conversation());
        committed = conversations.commit(event, seen, next(event, seen));
      } while (!committed && store.inbox().extend(event));
      outbox.wake();
    }

    @Override
    public List<NewMessage> apology(ClaimedEvent event) {
      return List.of();
    }
  }

  private Decision next(ClaimedEvent event, Snapshot seen) {
    String number = String.valueOf(seen.state().map(Integer::valueOf).orElse(0) + 1);
    return new Decision(
        Optional.of(number),
        Optional.empty(),
        clock.instant().plus(Duration.ofDays(1)),
        List.of(new NewMessage(event.conversation(), number, CardRole.LIVE)),
        List.of(),
        Set.of(),
        Optional.empty(),
        false);
  }

  /** As good as dead: it reaches the database no more, and ends nothing properly. */
  void die() {
    store.close();
  }

  @Override
  public void close() {
    lanes.close(PATIENCE);
    outbox.close(PATIENCE);
    store.close();
  }
}
