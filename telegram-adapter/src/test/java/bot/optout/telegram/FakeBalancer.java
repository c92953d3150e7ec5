package bot.optout.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands in front of several processes: each request goes to the next that takes it. */
final class FakeBalancer implements AutoCloseable {
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

  private final HttpServer server;
  private final List<Integer> ports;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger turn = new AtomicInteger();

  private FakeBalancer(HttpServer server, List<Integer> ports) {
    this.server = server;
    this.ports = List.copyOf(ports);
  }

  static FakeBalancer before(List<Integer> ports) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FakeBalancer balancer = new FakeBalancer(HttpServer.create(any, 0), ports);
      balancer.server.setExecutor(Executors.newCachedThreadPool());
      balancer.server.createContext("/", balancer::pass);
      balancer.server.start();
      return balancer;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + TelegramWebhook.PATH;
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String secret = String.valueOf(exchange.getRequestHeaders().getFirst(SECRET));
    int status = 502;
    for (int i = 0; i < ports.size() && status == 502; i++) {
      status = status(ports.get(turn.getAndIncrement() % ports.size()), secret, body);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private int status(int port, String secret, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + TelegramWebhook.PATH))
            .header(SECRET, secret)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException away) {
      return 502;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 502;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
