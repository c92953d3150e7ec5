package bot.optout.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.operation.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TelegramProxyTest {
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  @Test
  void calls_go_through_the_proxy_with_its_password() throws Exception {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          String login = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
          seen.add(exchange.getRequestURI().getHost() + " " + login);
          byte[] answer =
              "{\"ok\":true,\"result\":{\"id\":1,\"username\":\"b\"}}"
                  .getBytes(StandardCharsets.UTF_8);
          if (login == null) {
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"x\"");
          }
          exchange.sendResponseHeaders(login == null ? 407 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    proxy.start();
    String address = "http://me:secret@127.0.0.1:" + proxy.getAddress().getPort();
    TelegramProxy way = read(address).orElseThrow();
    TelegramHttp.Times times =
        new TelegramHttp.Times(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    URI api = URI.create("http://telegram.invalid:8081");
    try (TelegramHttp http = TelegramHttp.open(api, FakeTelegram.TOKEN, times, Optional.of(way))) {
      assertEquals("b", http.methods().call("getMe").path("username").asText());
    } finally {
      proxy.stop(0);
    }
    assertEquals(
        List.of("telegram.invalid null", "telegram.invalid Basic bWU6c2VjcmV0"), List.copyOf(seen));
    assertFalse(way.toString().contains("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy:3128", "https://proxy:3128", "http://proxy", "::", "socks5://a:1"})
  void what_is_no_proxy_is_a_problem(String address) {
    Settings settings = settings(address);
    assertTrue(TelegramProxy.from(settings).isEmpty());
    assertEquals("HTTPS_PROXY", settings.problems().get(0).variable());
  }

  private static Optional<TelegramProxy> read(String address) {
    return TelegramProxy.from(settings(address));
  }

  private static Settings settings(String address) {
    return new Settings(
        Map.of("HTTPS_PROXY", address),
        path -> {
          throw new IOException("no files here");
        });
  }
}
