package bot.optout.telegram;

import bot.optout.operation.Secret;
import bot.optout.operation.Settings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * An HTTP proxy on the way to the Bot API, for places from where it cannot be reached.
 *
 * @param login {@code name:password}
 */
record TelegramProxy(String host, int port, Optional<Secret> login) {
  private static final String NAME = "HTTPS_PROXY";
  private static final String EXAMPLE = "http://proxy.example.org:3128";

  static Optional<TelegramProxy> from(Settings settings) {
    return settings.secret(
        NAME,
        TelegramProxy::parse,
        "must be http://HOST:PORT, with NAME:PASSWORD@ where needed",
        EXAMPLE);
  }

  private static Optional<TelegramProxy> parse(String value) {
    try {
      URI uri = URI.create(value);
      if (uri.getHost() == null || uri.getPort() < 1 || !"http".equals(uri.getScheme())) {
        return Optional.empty();
      }
      return Optional.of(
          new TelegramProxy(
              uri.getHost(),
              uri.getPort(),
              Optional.ofNullable(uri.getUserInfo()).map(Secret::new)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  void apply(OkHttpClient.Builder client) {
    client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    login.ifPresent(
        secret ->
            client.proxyAuthenticator(
                (route, response) ->
                    response.request().header("Proxy-Authorization") != null
                        ? null
                        : response
                            .request()
                            .newBuilder()
                            .header("Proxy-Authorization", basic(secret))
                            .build()));
  }

  private static String basic(Secret secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString(secret.value().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "TelegramProxy";
  }
}
