package bot.optout.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One writer at a time, and one flush to disk for all who wait: whoever gets the lock commits
 * everything that has gathered meanwhile in one transaction, each part in a savepoint of its own,
 * so that a failing part takes none of the others with it.
 */
final class GroupedWrites implements Writes {
  private static final int BATCH = 64;

  private final Jdbi jdbi;
  private final SqliteDialect dialect;
  // Fair, so that whoever just wrote lets the others gather: half as many flushes.
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();

  GroupedWrites(Jdbi jdbi, SqliteDialect dialect) {
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  @Override
  public <T> T run(boolean durable, Function<Handle, T> work) {
    Write<T> write = new Write<>(work, durable);
    waiting.add(write);
    turn.lock();
    try {
      while (!write.settled()) {
        commit(batch());
      }
    } finally {
      turn.unlock();
    }
    return write.result();
  }

  private List<Write<?>> batch() {
    List<Write<?>> batch = new ArrayList<>();
    for (Write<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == BATCH) {
        break;
      }
    }
    return batch;
  }

  private void commit(List<Write<?>> batch) {
    for (int tries = 1; ; tries++) {
      try (Handle handle = jdbi.open()) {
        transaction(handle, batch);
        batch.forEach(Write::settle);
        return;
      } catch (RuntimeException | Error trouble) {
        if (tries == TRIES || !dialect.collided(trouble)) {
          batch.forEach(write -> write.fail(trouble));
          return;
        }
      }
    }
  }

  private void transaction(Handle handle, List<Write<?>> batch) {
    try {
      // Who never hears that the transaction began must end it all the same: the connection goes
      // back to the others.
      dialect.begin(handle, batch.stream().anyMatch(Write::durable));
      for (Write<?> write : batch) {
        part(handle, write);
      }
      dialect.commit(handle);
    } catch (RuntimeException | Error trouble) {
      rollback(handle, trouble);
      throw trouble;
    }
  }

  private static void part(Handle handle, Write<?> write) {
    handle.execute("SAVEPOINT part");
    Optional<Throwable> trouble = write.attempt(handle);
    try {
      if (trouble.isPresent()) {
        handle.execute("ROLLBACK TO SAVEPOINT part");
      }
      handle.execute("RELEASE SAVEPOINT part");
    } catch (RuntimeException lost) {
      // Where the disk fails, SQLite ends the whole transaction by itself; why is what counts.
      throw trouble.isPresent() ? Write.unchecked(trouble.get()) : lost;
    }
  }

  /**
   * Twice, where the first time fails: a connection that goes back to the others in the middle of a
   * transaction would spoil whatever they write next. Where none was begun, both say so.
   */
  private void rollback(Handle handle, Throwable trouble) {
    for (int tries = 1; tries <= 2; tries++) {
      try {
        dialect.rollback(handle);
        return;
      } catch (RuntimeException notYet) {
        trouble.addSuppressed(notYet);
      }
    }
  }
}
