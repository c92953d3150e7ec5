package bot.optout.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Each write its own transaction, many at once: the server gathers their flushes by itself. */
final class SingleWrites implements Writes {
  private final Jdbi jdbi;
  private final PostgresDialect dialect;

  SingleWrites(Jdbi jdbi, PostgresDialect dialect) {
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  @Override
  public <T> T run(boolean durable, Function<Handle, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return jdbi.inTransaction(
            handle -> {
              dialect.begin(handle, durable);
              return work.apply(handle);
            });
      } catch (RuntimeException trouble) {
        if (tries == TRIES || !dialect.collided(trouble)) {
          throw trouble;
        }
      }
    }
  }

  /** The threads are the callers' own. */
  @Override
  public void close() {}
}
