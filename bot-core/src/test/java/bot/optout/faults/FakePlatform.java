package bot.optout.faults;

import bot.optout.Outgoing;
import bot.optout.delivery.Sending;
import bot.optout.transcript.CoreChat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see. A reference stands for the words it was given for, so that runs compare. */
final class FakePlatform {
  private final Map<String, List<String>> chats = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private Optional<String> newest = Optional.empty();

  /** It arrives, and is answered as it should be. */
  Sending take(Outgoing outgoing) {
    String seen = seen(outgoing);
    chats.computeIfAbsent(outgoing.address().chat(), chat -> new ArrayList<>()).add(seen);
    newest = Optional.of(seen);
    String reference = "m" + references.size();
    references.put(reference, seen);
    return new Sending.Delivered(List.of(reference));
  }

  /** It goes wrong; who dies of it is somebody else's business. */
  Sending take(Outgoing outgoing, SendTrouble trouble) {
    if (trouble.arrives()) {
      take(outgoing);
    }
    return switch (trouble) {
      case FAILED -> new Sending.Failed("502");
      case TOO_MANY -> new Sending.RetryAfter(Duration.ofSeconds(3));
      case SWALLOWED, ANSWER_LOST -> new Sending.Ambiguous("no answer");
      case ERROR -> throw new StackOverflowError();
      case EXCEPTION, KILLED_BEFORE, KILLED_AFTER -> throw new IllegalStateException();
    };
  }

  List<String> chat(String chat) {
    return chats.getOrDefault(chat, List.of());
  }

  /** What arrived last, in whatever chat. */
  Optional<String> newest() {
    return newest;
  }

  private String seen(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Delete delete) {
      return "deleted: " + references.get(delete.reference());
    }
    Outgoing.Say say = (Outgoing.Say) outgoing;
    return say.card().map(this::card).orElse("") + CoreChat.asSeen(say.message());
  }

  private String card(Outgoing.Card card) {
    String above = card.previous().map(references::get).map(FakePlatform::opening).orElse("none");
    return "(card" + (card.inPlace() ? " in place of " : " after ") + above + ") ";
  }

  /** Enough to tell it from others; whole, every card would hold all before it. */
  private static String opening(String words) {
    String own = words.substring(words.lastIndexOf(") ") + 1).strip();
    return own.substring(0, Math.min(40, own.length()));
  }
}
