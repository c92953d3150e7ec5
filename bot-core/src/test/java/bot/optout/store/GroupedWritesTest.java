package bot.optout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class GroupedWritesTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<String> order = new ArrayList<>();
  private Database database;

  @BeforeEach
  void connect(@TempDir Path folder) {
    database = Database.connect(new SqliteDialect("jdbc:sqlite:" + folder.resolve("file.db")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_needs_no_flush_does_not_wait_for_one() throws InterruptedException {
    Thread first = waiting(() -> database.write(handle -> held()));
    begun.await();
    Thread second = waiting(() -> database.write(handle -> order.add("flushed")));
    Thread third = waiting(() -> database.writeLightly(handle -> order.add("light")));
    open.countDown();
    for (Thread writer : List.of(first, second, third)) {
      writer.join();
    }
    assertEquals(List.of("held", "light", "flushed"), order);
  }

  @Test
  void an_interrupted_writer_still_learns_how_it_ended() throws InterruptedException {
    Thread interrupted =
        waiting(
            () -> {
              boolean unused = database.write(handle -> held());
              order.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted");
            });
    begun.await();
    interrupted.interrupt();
    open.countDown();
    interrupted.join();
    assertEquals(List.of("held", "interrupted"), order);
  }

  @Test
  void who_writes_after_the_end_hears_so() {
    database.close();
    assertThrows(StoreException.class, () -> database.write(this::noted));
    assertFalse(order.contains("noted"));
  }

  private boolean noted(Handle handle) {
    return order.add("noted");
  }

  private boolean held() {
    begun.countDown();
    try {
      open.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return order.add("held");
  }

  /** A thread that has got as far as it gets by itself. */
  private static Thread waiting(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
