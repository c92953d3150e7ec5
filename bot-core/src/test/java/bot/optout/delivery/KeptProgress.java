package bot.optout.delivery;

import java.util.List;

/** What is kept of a message's progress, where each try is another process's. */
public final class KeptProgress {
  private List<String> parts = List.of();

  /** The progress that the next try begins with. */
  public Progress next() {
    return new Progress(true, parts, done -> parts = done);
  }
}
