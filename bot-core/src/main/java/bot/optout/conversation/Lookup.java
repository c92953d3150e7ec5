package bot.optout.conversation;

import bot.optout.knowledge.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the knowledge base has for a text. It is looked up when somebody first wants to know: names,
 * places and stories that are typed into a draft never are. For one thread.
 */
public final class Lookup {
  private final Supplier<Asked> source;
  private Optional<Asked> asked = Optional.empty();

  Lookup(Supplier<Asked> source) {
    this.source = source;
  }

  /** Of a text that is known to be about something. */
  static Lookup known(Finding finding) {
    return new Lookup(() -> new Asked(finding, List.of()));
  }

  /** Whether anybody wanted to know. */
  public boolean wasMade() {
    return asked.isPresent();
  }

  Finding finding() {
    return asked().finding();
  }

  /** Entries that answer further questions in the same text. */
  List<String> more() {
    return asked().more();
  }

  private Asked asked() {
    if (asked.isEmpty()) {
      asked = Optional.of(source.get());
    }
    return asked.get();
  }

  @Override
  public String toString() {
    return wasMade() ? "made" : "not made";
  }
}
