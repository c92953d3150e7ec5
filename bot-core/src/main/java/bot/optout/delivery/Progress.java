package bot.optout.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How far one message of several parts has come, so that no part comes twice: neither by the next
 * try nor after the process died. For one thread.
 */
public final class Progress {
  private static final String NO_REFERENCE = "";

  private final boolean tried;
  private final List<String> parts;
  private final int before;
  private final Consumer<List<String>> keeping;
  private int kept;

  /**
   * @param tried whether there was a try before this one
   * @param parts that earlier tries have done
   * @param keeping makes durable what is done by now
   */
  Progress(boolean tried, List<String> parts, Consumer<List<String>> keeping) {
    this.tried = tried;
    this.parts = new ArrayList<>(parts);
    this.before = parts.size();
    this.kept = before;
    this.keeping = keeping;
  }

  /** Of a message that nothing was done of, and that nobody keeps. */
  public static Progress none() {
    return new Progress(false, List.of(), parts -> {});
  }

  /** Whether an earlier try was made, with or without success. */
  public boolean begun() {
    return tried || before > 0;
  }

  /** How many parts are done. */
  public int done() {
    return parts.size();
  }

  /** One more part is done. */
  public void done(Optional<String> reference) {
    parts.add(reference.orElse(NO_REFERENCE));
  }

  /**
   * Makes durable what is done by now. To be called before the next part wherever repeating the
   * last one would be seen; the end of a try does it by itself.
   */
  public void keep() {
    if (kept < parts.size()) {
      keeping.accept(List.copyOf(parts));
      kept = parts.size();
    }
  }

  /** What each part that is done left in the chat, in their order. */
  public List<Optional<String>> references() {
    return parts.stream().map(part -> Optional.of(part).filter(it -> !it.isEmpty())).toList();
  }

  /** Whether this try did any part. */
  boolean advanced() {
    return parts.size() > before;
  }
}
