package bot.optout.faults;

import bot.optout.Bot;
import bot.optout.Directory;
import bot.optout.Incoming;
import bot.optout.Outgoing;
import bot.optout.delivery.Sending;
import bot.optout.store.StoreException;
import bot.optout.transcript.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dialogue with one process, on a platform of its own, and at most one trouble in it. */
final class Stage {
  private static final String CHAT = "chat";
  private static final Duration WHILE = Duration.ofSeconds(10);

  /** Ten times ten seconds are longer than any lease, or wait for another try. */
  private static final int WHILES = 10;

  private final String platform;
  private final SettableClock clock;
  private final Replica replica;
  private final FakePlatform people = new FakePlatform();
  private final List<Incoming> arrived = new ArrayList<>();
  private Optional<SendTrouble> trouble = Optional.empty();
  private int sendsLeft;
  private Optional<String> lastBefore = Optional.empty();
  private Bot bot;

  /**
   * @param platform shared with no other dialogue, so that nobody works off what others left
   */
  Stage(String platform, SettableClock clock, Replica replica) {
    this.platform = platform;
    this.clock = clock;
    this.replica = replica;
    this.bot = replica.bot(platform, new PartByPart(this::send), Directory.EMPTY);
  }

  /** Lets the k-th message that is sent from now on go wrong. */
  void spoil(SendTrouble kind, int send) {
    trouble = Optional.of(kind);
    sendsLeft = send;
  }

  /** Whether there was such a message; from now on nothing goes wrong any more. */
  boolean wasSpoiled() {
    boolean spoiled = trouble.isEmpty();
    trouble = Optional.empty();
    return spoiled;
  }

  List<String> seen() {
    return people.chat(CHAT);
  }

  /** What had arrived last when the process died or the platform failed. */
  Optional<String> lastBefore() {
    return lastBefore;
  }

  /** To be called when a trap springs. */
  void dies() {
    troubled();
    replica.kill();
  }

  void troubled() {
    lastBefore = people.newest();
  }

  void play(List<Doing> doings) {
    for (Doing doing : doings) {
      clock.advance(doing.pause());
      doing.input().ifPresent(input -> arrive(input));
      settle();
    }
  }

  /** Until everything is done that can be, and longer. */
  void recover() {
    for (int i = 0; i < WHILES; i++) {
      clock.advance(WHILE);
      settle();
    }
  }

  /** Everything comes once more, as platforms do; nothing may follow from it. */
  void redeliver() {
    for (Incoming incoming : arrived) {
      if (bot.accept(incoming)) {
        throw new AssertionError("accepted twice");
      }
    }
    settle();
  }

  private void arrive(bot.optout.Input input) {
    Incoming incoming = Doing.arriving(platform, CHAT, "k" + arrived.size(), input);
    arrived.add(incoming);
    try {
      var unused = bot.accept(incoming);
    } catch (StoreException notAcknowledged) {
      revive();
      // The platform brings it again; whether it stood there already makes no difference.
      var unused = bot.accept(incoming);
    }
  }

  private void settle() {
    try {
      bot.runDue();
    } catch (StoreException lost) {
      revive();
      bot.runDue();
    }
    revive();
  }

  private void revive() {
    if (replica.restartIfDead()) {
      bot = replica.bot(platform, new PartByPart(this::send), Directory.EMPTY);
    }
  }

  private Sending send(Outgoing outgoing) {
    sendsLeft--;
    if (trouble.isEmpty() || sendsLeft != 0) {
      return people.take(outgoing);
    }
    SendTrouble now = trouble.get();
    trouble = Optional.empty();
    try {
      return people.take(outgoing, now);
    } finally {
      troubled();
      if (now.kills()) {
        replica.kill();
      }
    }
  }
}
