package bot.optout.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How transactions that change something are run; a collision with another one is repeated. */
interface Writes extends AutoCloseable {
  /** How often one transaction is begun before its collisions count as a failure. */
  int TRIES = 6;

  /**
   * Runs in one transaction, committed on return; may run twice, so it must only touch the handle.
   *
   * @param durable false: a power cut may undo it, a crash of ours may not
   */
  <T> T run(boolean durable, Function<Handle, T> work);

  /** Takes no more writes. */
  @Override
  void close();
}
