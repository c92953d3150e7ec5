package bot.optout.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One thread writes, and there is one flush to disk for all who wait: it commits everything that
 * has gathered meanwhile in one transaction, each part in a savepoint of its own, so that a failing
 * part takes none of the others with it. What needs no flush does not wait for one that is yet to
 * begin.
 */
final class GroupedWrites implements Writes {
  static final String THREAD = "sqlite-writer";

  private static final int BATCH = 64;

  private final Jdbi jdbi;
  private final SqliteDialect dialect;
  private final Queue<Write<?>> light = new ConcurrentLinkedQueue<>();
  private final Queue<Write<?>> flushed = new ConcurrentLinkedQueue<>();
  private final ExecutorService writer = Executors.newSingleThreadExecutor(GroupedWrites::thread);

  GroupedWrites(Jdbi jdbi, SqliteDialect dialect) {
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public <T> T run(boolean durable, Function<Handle, T> work) {
    Write<T> write = new Write<>(work);
    (durable ? flushed : light).add(write);
    try {
      writer.execute(this::commitWaiting);
    } catch (RejectedExecutionException closed) {
      throw new StoreException("the database was closed", closed);
    }
    return write.result();
  }

  /** Often there is nothing left: an earlier one took it along. */
  private void commitWaiting() {
    commitNext(light, false);
    commitNext(flushed, true);
  }

  private void commitNext(Queue<Write<?>> waiting, boolean durable) {
    List<Write<?>> batch = new ArrayList<>();
    for (Write<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == BATCH) {
        break;
      }
    }
    if (!batch.isEmpty()) {
      commit(batch, durable);
    }
  }

  private void commit(List<Write<?>> batch, boolean durable) {
    for (int tries = 1; ; tries++) {
      try {
        transaction(batch, durable);
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

  /** On return the connection is free again: who closes the store next finds none in use. */
  private void transaction(List<Write<?>> batch, boolean durable) {
    try (Handle handle = jdbi.open()) {
      try {
        // Who never hears that the transaction began must end it all the same: the connection goes
        // back to the others.
        dialect.begin(handle, durable);
        parts(handle, batch);
        dialect.commit(handle);
      } catch (RuntimeException | Error trouble) {
        rollback(handle, trouble);
        throw trouble;
      }
    }
  }

  private static void parts(Handle handle, List<Write<?>> batch) {
    if (batch.size() > 1) {
      batch.forEach(write -> part(handle, write));
      return;
    }
    // There is nobody whom it could take with it.
    Optional<Throwable> trouble = batch.get(0).attempt(handle);
    if (trouble.isPresent()) {
      throw Write.unchecked(trouble.get());
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

  /** What waits is written as long as there are connections, and fails after that. */
  @Override
  public void close() {
    writer.shutdown();
  }
}
