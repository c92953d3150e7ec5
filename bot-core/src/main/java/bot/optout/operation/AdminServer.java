package bot.optout.operation;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What the operator's machinery asks: {@code /livez} (200 while the process runs), {@code /readyz}
 * (503 and the names of the failed checks; then how each one stands), {@code /metrics} (in
 * Prometheus' text format). {@code POST /reload} has the content read again (409 and its faults if
 * it is not taken over).
 */
public final class AdminServer implements AutoCloseable {
  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;

  private AdminServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts serving.
   *
   * @param port 0: any free port
   * @param metrics the text of one scrape
   * @param reload reads the content again; the faults that keep it from being used, if any
   * @throws IOException if the port cannot be had; the message names the variables to look at
   */
  public static AdminServer start(
      String host,
      int port,
      List<Check> checks,
      Supplier<String> metrics,
      Supplier<List<String>> reload)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("admin");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1, http());
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new AdminPages(List.copyOf(checks), metrics, reload));
    start(server, host, port);
    return new AdminServer(server, connector);
  }

  /** The port that is served. */
  public int port() {
    return connector.getLocalPort();
  }

  private static HttpConnectionFactory http() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    return new HttpConnectionFactory(configuration);
  }

  private static void start(Server server, String host, int port) throws IOException {
    try {
      server.start();
    } catch (Exception trouble) {
      stop(server);
      throw new IOException(
          "cannot serve on "
              + host
              + " port "
              + port
              + "; set OPTOUT_ADMIN_HOST or OPTOUT_ADMIN_PORT (0 = any free port)",
          trouble);
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception trouble) {
      throw new IllegalStateException("the admin server does not stop", trouble);
    }
  }

  @Override
  public void close() {
    stop(server);
  }
}
