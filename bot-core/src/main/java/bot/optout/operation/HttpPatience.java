package bot.optout.operation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends a connection whose next request does not get to the end of its head in time, counted from
 * its opening or its last answer. Jetty's own timeout begins anew with every byte, so that a head
 * of one byte a second would hold its connection for ever.
 */
final class HttpPatience implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration limit;
  private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();

  HttpPatience(Scheduler scheduler, Duration limit) {
    this.scheduler = scheduler;
    this.limit = limit;
  }

  @Override
  public void onOpened(Connection connection) {
    await(connection);
  }

  @Override
  public void onClosed(Connection connection) {
    arrived(connection);
  }

  /** From now on the next head is waited for. */
  void await(Connection connection) {
    Scheduler.Task end =
        scheduler.schedule(
            () -> connection.getEndPoint().close(), limit.toMillis(), TimeUnit.MILLISECONDS);
    Scheduler.Task before = waiting.put(connection, end);
    if (before != null) {
      before.cancel();
    }
    if (!connection.getEndPoint().isOpen()) {
      arrived(connection);
    }
  }

  /** A head is there, or nothing will come any more. */
  void arrived(Connection connection) {
    Scheduler.Task end = waiting.remove(connection);
    if (end != null) {
      end.cancel();
    }
  }
}
