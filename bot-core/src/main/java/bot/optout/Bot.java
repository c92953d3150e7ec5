package bot.optout;

import bot.optout.content.Content;
import bot.optout.delivery.Lanes;
import bot.optout.delivery.OutboxWorker;
import bot.optout.delivery.Tally;
import bot.optout.store.ConversationKey;
import bot.optout.store.Inbox;
import bot.optout.store.NewEvent;
import bot.optout.store.SentReference;
import bot.optout.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The bot, for one platform. What happens there goes in through {@link #accept}; what is to be said
 * comes out through a {@link Sender}. Thread-safe.
 */
public final class Bot implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Content> content;
  private final Clock clock;
  private final Tally tally;
  private final Inbox inbox;
  private final Lanes lanes;
  private final OutboxWorker outbox;

  /** A bot on a platform that tells all it knows of a person along with what they do. */
  public Bot(
      BotConfig config,
      Supplier<Content> content,
      Store store,
      Sender sender,
      Clock clock,
      Random random,
      Tally tally) {
    this(config, content, store, sender, Directory.EMPTY, clock, random, tally);
  }

  /** Wires the parts; nothing runs before {@link #start} or {@link #runDue}. */
  public Bot(
      BotConfig config,
      Supplier<Content> content,
      Store store,
      Sender sender,
      Directory directory,
      Clock clock,
      Random random,
      Tally tally) {
    this.content = content;
    this.clock = clock;
    this.tally = tally;
    this.inbox = store.inbox();
    this.outbox =
        new OutboxWorker(
            store.outbox(),
            config.platform(),
            new Deliveries(sender),
            clock,
            random,
            tally,
            config.deliveries());
    Turns turns =
        new Turns(
            config,
            content,
            inbox,
            directory,
            store.conversations(Bot::deletion),
            store.people(),
            clock,
            tally,
            outbox::wake);
    this.lanes = new Lanes(inbox, config.platform(), turns, clock, tally, config.turns());
  }

  /**
   * Takes something that happened; durable on return, so the platform may be told that it arrived.
   *
   * @return false if it had been accepted before; then nothing happens again
   */
  public boolean accept(Incoming incoming) {
    return acceptAll(List.of(incoming)).get(0);
  }

  /** The same for several at once, in their order: all are durable on return, or none is. */
  public List<Boolean> acceptAll(List<Incoming> several) {
    Instant came = clock.instant();
    List<Boolean> fresh = inbox.acceptAll(several.stream().map(it -> event(it, came)).toList());
    tally.acknowledged(Duration.between(came, clock.instant()));
    for (boolean isFresh : fresh) {
      if (isFresh) {
        tally.accepted();
        lanes.wake();
      } else {
        tally.duplicate();
      }
    }
    return fresh;
  }

  private static NewEvent event(Incoming incoming, Instant now) {
    return new NewEvent(
        incoming.dedupeKey(), key(incoming.address()), Payloads.write(incoming), now);
  }

  /**
   * Keeps something that arrived and cannot be read: encrypted, for 7 days, for whoever runs the
   * bot. Nothing else follows from it.
   *
   * @param person whose it is, as far as can be told: it goes when they want to be forgotten
   */
  public void setAside(Address person, String raw) {
    boolean fresh = inbox.keepAside(new NewEvent(asideKey(raw), key(person), raw, clock.instant()));
    if (fresh) {
      tally.setAside();
    }
  }

  /**
   * Answers that match, best first, at most five; none to what is not our subject. For whoever only
   * looks: nothing is stored or counted, and the person is not known.
   *
   * @param question may be empty: then one answer of each topic
   * @param locale the platform's language code of the person
   */
  public List<Found> look(String question, Optional<String> locale) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String read = question.substring(0, Math.min(question.length(), Reading.MAX_INPUT));
    return new Looking(content.get(), today).look(read, locale);
  }

  /** Goes to work on threads of its own; once only. */
  public void start() {
    lanes.start();
    outbox.start();
  }

  /** Does everything that is due, on the calling thread, and returns when nothing is left. */
  public void runDue() {
    lanes.drain();
    outbox.drain();
  }

  /** Begins nothing new and waits for what is running, at most that long in all. */
  public void close(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    lanes.stop();
    outbox.stop();
    lanes.close(patience);
    outbox.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
  }

  @Override
  public void close() {
    close(PATIENCE);
  }

  private static String asideKey(String raw) {
    return "aside:" + UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8));
  }

  private static ConversationKey key(Address address) {
    return new ConversationKey(
        address.platform(), address.tenant(), address.chat(), address.person());
  }

  private static String deletion(SentReference sent) {
    ConversationKey key = sent.conversation();
    Address address =
        new Address(
            key.platform(), key.tenant(), key.chat(), key.person(), Address.Audience.ALONE, "");
    return Payloads.write(new Payloads.Pending.Delete(address, sent.reference()));
  }
}
