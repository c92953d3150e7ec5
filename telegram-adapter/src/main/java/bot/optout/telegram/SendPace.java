package bot.optout.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps below Telegram's limits instead of running into them. A chat that is too fast is told to
 * come back later, so that it delays nobody else; the limit over all chats holds the sending thread
 * for the few milliseconds until its turn, since nobody else could send either.
 */
final class SendPace {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MANY_CHATS = 1_000;

  /**
   * @param chatGap between two messages of a chat
   * @param groupPerMinute messages and edits a minute in one group
   * @param perSecond calls a second over all chats
   */
  record Limits(Duration chatGap, int groupPerMinute, int perSecond) {
    static Limits telegram(int perSecond) {
      return new Limits(Duration.ofSeconds(1), 20, perSecond);
    }
  }

  private final Limits limits;
  private final Clock clock;
  private final Map<Long, Deque<Instant>> recent = new HashMap<>();
  private final Map<Long, Instant> resting = new HashMap<>();
  private Instant nextTurn = Instant.MIN;

  SendPace(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Zero if the call may be made now, and it is counted; else how long this chat has to wait. */
  synchronized Duration pause(TelegramCall call) {
    Instant now = clock.instant();
    Instant rested = resting.getOrDefault(call.chat(), Instant.MIN);
    if (rested.isAfter(now)) {
      return Duration.between(now, rested);
    }
    resting.remove(call.chat());
    boolean group = call.chat() < 0;
    boolean edit = call instanceof TelegramCall.EditText;
    if (call instanceof TelegramCall.DeleteMessage
        || call instanceof TelegramCall.RemoveButtons
        || (edit && !group)) {
      return Duration.ZERO;
    }
    Deque<Instant> sent = recent.computeIfAbsent(call.chat(), chat -> new ArrayDeque<>());
    forget(sent, now);
    Instant free = free(sent, edit ? Duration.ZERO : limits.chatGap(), group, now);
    if (free.isAfter(now)) {
      return Duration.between(now, free);
    }
    sent.addLast(now);
    recent.put(call.chat(), sent);
    return Duration.ZERO;
  }

  /** Telegram asked for a pause in this chat: nobody in it tries again before. */
  synchronized void rest(long chat, Duration pause) {
    resting.put(chat, clock.instant().plus(pause));
    if (resting.size() > MANY_CHATS) {
      resting.values().removeIf(until -> !until.isAfter(clock.instant()));
    }
  }

  /** Holds the thread until the limit over all chats has room for one more call. */
  void awaitTurn() throws InterruptedException {
    Duration wait = reserveTurn();
    if (!wait.isZero()) {
      Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
    }
  }

  /** How long one call more has to wait for its turn, which is nobody else's from now on. */
  synchronized Duration reserveTurn() {
    Instant now = clock.instant();
    Instant turn = nextTurn.isAfter(now) ? nextTurn : now;
    nextTurn = turn.plusNanos(1_000_000_000L / limits.perSecond());
    return Duration.between(now, turn);
  }

  private Instant free(Deque<Instant> sent, Duration gap, boolean group, Instant now) {
    if (sent.isEmpty()) {
      return now;
    }
    Instant free = sent.getLast().plus(gap);
    if (group && sent.size() >= limits.groupPerMinute()) {
      Instant oldest = sent.stream().skip(sent.size() - limits.groupPerMinute()).findFirst().get();
      Instant minuteLater = oldest.plus(MINUTE);
      return minuteLater.isAfter(free) ? minuteLater : free;
    }
    return free;
  }

  private void forget(Deque<Instant> sent, Instant now) {
    Instant old = now.minus(MINUTE);
    while (!sent.isEmpty() && !sent.getFirst().isAfter(old)) {
      sent.removeFirst();
    }
    if (recent.size() > MANY_CHATS) {
      recent.values().removeIf(chat -> chat.isEmpty() || chat.getLast().isBefore(old));
    }
  }
}
