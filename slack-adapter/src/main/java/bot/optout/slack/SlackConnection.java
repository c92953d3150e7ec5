package bot.optout.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket to Slack, for as long as it lasts. The SDK's client is told not to reconnect, since
 * it goes on doing so after it was closed, and not to work off messages, since it does that on one
 * thread; the loop does both.
 */
final class SlackConnection implements SlackSocketIntake.Line {
  private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);
  private static final long MONITOR_INTERVAL = 60_000;

  /** Far more than are ever on their way at once; a connection may last for days. */
  private static final int REMEMBERED = 10_000;

  private final SocketModeClient client;
  private final CountDownLatch open = new CountDownLatch(1);
  private final CountDownLatch greeted = new CountDownLatch(1);
  private volatile boolean turnedAway;
  private final Recent<String, Boolean> acknowledged = new Recent<>(REMEMBERED);

  private SlackConnection(SocketModeClient client) {
    this.client = client;
  }

  /**
   * Prepares a connection.
   *
   * @param messages gets every message, on the WebSocket's thread
   * @param ended is told when the connection is over
   */
  static SlackConnection to(
      String address,
      Slack slack,
      String appToken,
      BiConsumer<SlackConnection, String> messages,
      Consumer<SlackConnection> ended)
      throws URISyntaxException {
    Mailbox mailbox = new Mailbox();
    SocketModeClient client =
        new SocketModeClientTyrusImpl(
            slack, appToken, address, 0, mailbox, false, false, MONITOR_INTERVAL);
    SlackConnection connection = new SlackConnection(client);
    mailbox.reader = message -> messages.accept(connection, message);
    client.addWebSocketCloseListener((code, reason) -> ended.accept(connection));
    return connection;
  }

  /** Hands messages on at once instead of keeping them. */
  private static final class Mailbox implements SocketModeMessageQueue {
    private volatile Consumer<String> reader = message -> {};

    @Override
    public void add(String message) {
      reader.accept(message);
    }

    @Override
    @SuppressWarnings("NullAway") // The SDK's way to say that the queue is empty.
    public String poll() {
      return null;
    }
  }

  /** Connects and waits for Slack's greeting: an open socket alone may still be turned away. */
  boolean open(long patienceMillis) throws InterruptedException {
    try {
      client.connect();
      client.setAutoReconnectEnabled(false);
    } catch (IOException | RuntimeException trouble) {
      LOG.warn("No connection: {}", trouble.getClass().getSimpleName());
      return false;
    }
    open.countDown();
    return client.verifyConnection()
        && greeted.await(patienceMillis, TimeUnit.MILLISECONDS)
        && !turnedAway;
  }

  /** Slack hangs up; if it does so instead of greeting, there is nothing to wait for. */
  void turnAway() {
    turnedAway = true;
    greeted.countDown();
  }

  void greet() {
    greeted.countDown();
  }

  /** Sends a ping and waits for its pong, at most three seconds. */
  boolean isAlive() {
    return client.verifyConnection();
  }

  /** At most once for each envelope: Slack sends one again while the first answer is on its way. */
  @Override
  public void acknowledge(String envelope, String body) throws InterruptedException {
    open.await();
    if (!acknowledged.putIfAbsent(envelope, true)) {
      return;
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", envelope);
    SlackJson.parse(body).ifPresent(payload -> answer.add("payload", payload));
    try {
      send(answer);
    } catch (RuntimeException notSent) {
      acknowledged.remove(envelope);
      throw notSent;
    }
  }

  private synchronized void send(JsonElement answer) {
    client.sendWebSocketMessage(SlackJson.write(answer));
  }

  void close() {
    open.countDown();
    try {
      client.close();
    } catch (IOException | RuntimeException trouble) {
      LOG.debug("Closed with {}", trouble.getClass().getSimpleName());
    }
  }
}
