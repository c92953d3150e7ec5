package bot.optout.telegram;

import bot.optout.Address;
import bot.optout.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers how far a message of several parts got, so that the next try goes on behind what
 * already stands in the chat. It is kept in memory only: after a restart, or a pause longer than
 * two hours, a message that broke off in the middle is sent from its beginning.
 */
final class DeliveredParts {
  private static final int MOST = 1_000;
  private static final Duration KEPT = Duration.ofHours(2);

  private record Conversation(String chat, String person) {}

  /** The parts of one message that were delivered so far. */
  static final class Progress {
    private final Outgoing outgoing;
    private final List<String> files = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int done = 0;
    private Instant touched;

    private Progress(Outgoing outgoing, Instant touched) {
      this.outgoing = outgoing;
      this.touched = touched;
    }

    int done() {
      return done;
    }

    void delivered(TelegramCall call, Optional<TelegramReference> message) {
      done++;
      List<String> kind = call instanceof TelegramCall.SendFile ? files : texts;
      message.map(TelegramReference::text).ifPresent(kind::add);
    }

    /** The last text last: it is the one with the buttons. */
    List<String> references() {
      List<String> references = new ArrayList<>(files);
      references.addAll(texts);
      return references;
    }
  }

  private final Clock clock;
  private final Map<Conversation, Progress> open = new LinkedHashMap<>();

  DeliveredParts(Clock clock) {
    this.clock = clock;
  }

  /** Where this message stands: at its beginning, or where the last try of the same one ended. */
  synchronized Progress of(Outgoing outgoing) {
    Progress progress = open.remove(conversation(outgoing));
    Instant now = clock.instant();
    if (progress == null
        || !progress.outgoing.equals(outgoing)
        || progress.touched.plus(KEPT).isBefore(now)) {
      return new Progress(outgoing, now);
    }
    return progress;
  }

  /** Keeps what was achieved for the next try. */
  synchronized void keep(Progress progress) {
    if (progress.done == 0) {
      return;
    }
    progress.touched = clock.instant();
    open.put(conversation(progress.outgoing), progress);
    if (open.size() > MOST) {
      open.remove(open.keySet().iterator().next());
    }
  }

  private static Conversation conversation(Outgoing outgoing) {
    Address address = outgoing.address();
    return new Conversation(address.chat(), address.person());
  }
}
