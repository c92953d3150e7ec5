package bot.optout.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * The HTTP connections to the Bot API, ours from start to end. Nothing is repeated behind our back:
 * a message that was sent twice by the HTTP client would stand twice in the chat.
 */
final class TelegramHttp implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(45);

  /**
   * @param connect until a connection stands
   * @param call from the first byte to the last of a call other than a poll
   * @param poll how long Telegram holds a poll open when there is nothing
   */
  record Times(Duration connect, Duration call, Duration poll) {
    static final Times USUAL =
        new Times(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofSeconds(30));
  }

  private final Times times;
  private final URI server;
  private final String token;
  private final OkHttpClient calls;

  private TelegramHttp(Times times, URI server, String token, OkHttpClient calls) {
    this.times = times;
    this.server = server;
    this.token = token;
    this.calls = calls;
  }

  static TelegramHttp open(URI server, String token, Times times) {
    return open(server, token, times, Optional.empty());
  }

  static TelegramHttp open(URI server, String token, Times times, Optional<TelegramProxy> proxy) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    OkHttpClient.Builder plain =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(
                new ConnectionPool(AT_ONCE, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(times.connect())
            .readTimeout(times.call())
            .writeTimeout(times.call())
            .callTimeout(times.call());
    proxy.ifPresent(way -> way.apply(plain));
    return new TelegramHttp(times, server, token, TelegramWire.on(plain).build());
  }

  TelegramMethods methods() {
    return new TelegramMethods(calls, bot());
  }

  /** For calls that are of no use any more after that long. */
  TelegramMethods methods(Duration patience) {
    return new TelegramMethods(calls.newBuilder().callTimeout(patience).build(), bot());
  }

  TelegramApi api() {
    return new TelegramApi(
        calls, token, new TelegramUrl(server.getScheme(), server.getHost(), port(), false));
  }

  TelegramPolling polling(List<String> kinds) {
    OkHttpClient.Builder polls = calls.newBuilder();
    polls.interceptors().clear();
    polls.networkInterceptors().clear();
    Duration patience = times.poll().plus(times.connect());
    HttpUrl url = bot().newBuilder().addPathSegment("getUpdates").build();
    OkHttpClient client =
        polls.readTimeout(patience).callTimeout(patience.plus(times.call())).build();
    return new TelegramPolling(client, url, times.poll(), kinds);
  }

  @Override
  public void close() {
    calls.dispatcher().executorService().shutdown();
    calls.connectionPool().evictAll();
  }

  private HttpUrl bot() {
    return new HttpUrl.Builder()
        .scheme(server.getScheme())
        .host(server.getHost())
        .port(port())
        .addPathSegment("bot" + token)
        .build();
  }

  private int port() {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return server.getScheme().equals("https") ? 443 : 80;
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return "TelegramHttp";
  }
}
