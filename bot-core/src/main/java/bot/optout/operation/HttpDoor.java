package bot.optout.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Where the platforms' servers knock, and everybody else who finds the address: a few exact paths,
 * bodies of limited size, no patience with slow senders, no word about what went wrong inside. It
 * speaks plain HTTP; a proxy in front of it brings the certificate.
 */
public final class HttpDoor implements AutoCloseable {
  private static final Duration SHORT_FAREWELL = Duration.ofMillis(50);
  private static final int THREADS = 8;
  private static final int HEADER_BYTES = 8 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final HttpDesk desk;

  private HttpDoor(Server server, ServerConnector connector, HttpDesk desk) {
    this.server = server;
    this.connector = connector;
    this.desk = desk;
  }

  /**
   * Opens it.
   *
   * @param port 0: any free port
   * @throws IOException if the port cannot be had; the message names the variables to look at
   */
  public static HttpDoor open(String host, int port, List<HttpRoute> routes, HttpLimits limits)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1, http());
    connector.setHost(host);
    connector.setPort(port);
    // Twice, so that a request that takes too long is told so before its connection ends.
    Duration silence = limits.patience().multipliedBy(2);
    connector.setIdleTimeout(silence.toMillis());
    HttpPatience heads = new HttpPatience(connector.getScheduler(), silence);
    connector.addBean(heads);
    // A connection that only idles is not waited for when the door closes.
    connector.setShutdownIdleTimeout(SHORT_FAREWELL.toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    HttpDesk desk = new HttpDesk(List.copyOf(routes), limits, heads);
    server.setHandler(new GracefulHandler(desk));
    server.setErrorHandler(new HttpErrors());
    server.setStopTimeout(limits.farewell().toMillis());
    HttpDoor door = new HttpDoor(server, connector, desk);
    door.start(host, port);
    return door;
  }

  /** The port that is served. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes nothing new; what is under way is answered, within the limits' farewell. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception trouble) {
      throw new IllegalStateException("the HTTP door does not close", trouble);
    } finally {
      desk.close();
    }
  }

  private static HttpConnectionFactory http() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    return new HttpConnectionFactory(configuration);
  }

  private void start(String host, int port) throws IOException {
    try {
      server.start();
    } catch (Exception trouble) {
      close();
      throw new IOException(
          "cannot serve on "
              + host
              + " port "
              + port
              + "; set OPTOUT_HTTP_HOST or OPTOUT_HTTP_PORT (0 = any free port)",
          trouble);
    }
  }
}
