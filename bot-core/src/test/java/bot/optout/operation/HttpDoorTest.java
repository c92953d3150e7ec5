package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class HttpDoorTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final HttpLimits SMALL =
      new HttpLimits(1_000, Duration.ofMillis(400), 20, 1, 1, Duration.ofSeconds(5));

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_call_arrives_whole_and_its_answer_goes_back() throws Exception {
    HttpRoute.Handler handler =
        call ->
            new HttpAnswer(
                201,
                Map.of("X-Seen", call.header("x-FROM").orElse("-")),
                call.query() + "|" + call.text() + "|" + call.body().length);
    try (HttpDoor door = door(handler)) {
      HttpRequest request =
          to(door, "/in?a=b").header("X-From", "me").POST(BodyPublishers.ofString("é")).build();
      HttpResponse<String> answer = send(request);
      assertEquals(201, answer.statusCode());
      assertEquals("a=b|é|2", answer.body());
      assertEquals("me", answer.headers().firstValue("X-Seen").orElseThrow());
      assertTrue(answer.headers().firstValue("Server").isEmpty());
    }
  }

  @Test
  void only_the_exact_path_and_method_lead_anywhere() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200))) {
      assertEquals(404, send(to(door, "/in/").POST(BodyPublishers.noBody()).build()).statusCode());
      assertEquals(404, send(to(door, "/").GET().build()).statusCode());
      assertEquals(405, send(to(door, "/in").GET().build()).statusCode());
    }
  }

  @Test
  void a_large_body_is_refused_whether_announced_or_not() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200))) {
      byte[] fits = new byte[1_000];
      byte[] large = new byte[1_001];
      assertEquals(200, post(door, BodyPublishers.ofByteArray(fits)).statusCode());
      assertEquals(413, post(door, BodyPublishers.ofByteArray(large)).statusCode());
      assertEquals(
          413,
          post(door, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large))).statusCode());
    }
  }

  @Test
  void an_exception_tells_the_caller_nothing() throws Exception {
    HttpRoute.Handler broken =
        call -> {
          throw new IllegalStateException("a secret about " + call.text());
        };
    try (HttpDoor door = door(broken)) {
      HttpResponse<String> answer = post(door, BodyPublishers.ofString("somebody"));
      assertEquals(500, answer.statusCode());
      assertEquals("500", answer.body().strip());
    }
  }

  @Test
  void whoever_sends_slowly_is_let_go() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200));
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      OutputStream out = slow.getOutputStream();
      out.write(bytes("POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nabc"));
      out.flush();
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
      assertEquals(200, post(door, BodyPublishers.ofString("next")).statusCode());
    }
  }

  @Test
  void a_head_that_comes_byte_by_byte_is_cut_off_and_the_door_stays_open() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200))) {
      assertEquals(200, post(door, BodyPublishers.noBody()).statusCode());
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
        slow.setSoTimeout(50);
        slow.getOutputStream().write(bytes("POST /in HTTP/1.1\r\nHost: "));
        assertTrue(bytesUntilTheEnd(slow) < 100);
      }
      assertEquals(200, post(door, BodyPublishers.noBody()).statusCode());
    }
  }

  /** How many bytes, one every 50 ms, go out before the connection ends; at most 100. */
  private static int bytesUntilTheEnd(Socket slow) throws IOException {
    for (int sent = 0; sent < 100; sent++) {
      try {
        if (slow.getInputStream().read() < 0) {
          return sent;
        }
      } catch (SocketTimeoutException stillOpen) {
        slow.getOutputStream().write('x');
      }
    }
    return 100;
  }

  /** A proxy in front may read these in another way than we do, so none of them is read at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 5",
        "Content-Length: 5|Content-Length: 6",
        "Content-Length: 5|X-Folded: one|  two",
        "Content-Length : 5",
        "Content-Length: +5",
        "Transfer-Encoding: chunked, identity"
      })
  void heads_that_can_be_read_in_two_ways_are_refused(String headers) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpRoute.Handler listening =
        call -> {
          heard.add(call.text());
          return HttpAnswer.of(200);
        };
    try (HttpDoor door = door(listening);
        Socket odd = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      String head = "POST /in HTTP/1.1\r\nHost: x\r\n" + headers.replace("|", "\r\n");
      odd.getOutputStream().write(bytes(head + "\r\n\r\n0\r\n\r\nPOST /in HTTP/1.1\r\n"));
      String answer = text(odd.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertEquals(List.of(), heard);
    }
  }

  @Test
  void nonsense_is_refused_in_one_word() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200));
        Socket odd = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      odd.getOutputStream().write(bytes("GET /in HTTP/1.1\r\nno colon\r\n\r\n"));
      String answer = text(odd.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertFalse(answer.contains("jetty") || answer.contains("at org."), answer);
    }
  }

  @Test
  void more_than_can_wait_is_told_to_come_back() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(3);
    HttpRoute.Handler waiting =
        call -> HttpAnswer.of(release.await(10, TimeUnit.SECONDS) ? 200 : 500);
    try (HttpDoor door = door(waiting)) {
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        answers.add(
            client
                .sendAsync(
                    to(door, "/in").POST(BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .whenComplete((status, trouble) -> refused.countDown()));
      }
      assertTrue(refused.await(10, TimeUnit.SECONDS));
      release.countDown();
      List<Integer> all = answers.stream().map(CompletableFuture::join).sorted().toList();
      assertEquals(List.of(200, 200, 503, 503, 503), all);
    }
  }

  @Test
  void closing_lets_a_call_under_way_end_well() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    HttpRoute.Handler waiting =
        call -> {
          begun.countDown();
          return HttpAnswer.of(release.await(10, TimeUnit.SECONDS) ? 200 : 500);
        };
    HttpDoor door = door(waiting);
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            to(door, "/in").POST(BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.discarding());
    begun.await();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(door::close);
    release.countDown();
    assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode());
    closed.get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_taken_port_names_the_variables() throws Exception {
    try (HttpDoor door = door(call -> HttpAnswer.of(200))) {
      IOException taken =
          assertThrows(
              IOException.class, () -> HttpDoor.open(LOOPBACK, door.port(), List.of(), SMALL));
      assertTrue(taken.toString().contains("OPTOUT_HTTP_PORT"), taken.toString());
    }
  }

  private static HttpDoor door(HttpRoute.Handler handler) throws IOException {
    return HttpDoor.open(LOOPBACK, 0, List.of(HttpRoute.post("/in", handler)), SMALL);
  }

  private static HttpRequest.Builder to(HttpDoor door, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + door.port() + path));
  }

  private HttpResponse<String> post(HttpDoor door, HttpRequest.BodyPublisher body)
      throws Exception {
    return send(to(door, "/in").POST(body).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
