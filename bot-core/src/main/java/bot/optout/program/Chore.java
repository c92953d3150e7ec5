package bot.optout.program;

import java.time.Duration;

/** Something that a program does again and again besides talking. */
@FunctionalInterface
public interface Chore {
  /**
   * Does it, and says how long until the next time. If it throws, it is done again all the same.
   */
  Duration run();
}
