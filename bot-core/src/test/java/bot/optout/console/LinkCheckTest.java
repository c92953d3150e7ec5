package bot.optout.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.console.LinkSight.Verdict;
import bot.optout.content.TestContent;
import bot.optout.knowledge.Entry;
import bot.optout.knowledge.Source;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkCheckTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch silence = new CountDownLatch(1);
  private HttpServer server;

  LinkCheckTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          requests.add(exchange.getRequestMethod() + " " + path);
          if (path.equals("/silent")) {
            await(silence);
          }
          boolean head = exchange.getRequestMethod().equals("HEAD");
          location(path).ifPresent(to -> exchange.getResponseHeaders().add("Location", to));
          exchange.sendResponseHeaders(head && path.equals("/no-head") ? 405 : status(path), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void a_link_that_answers_is_asked_for_its_head_only() throws Exception {
    assertEquals(new LinkSight(Verdict.OK, "200"), look("/fine"));
    assertEquals(List.of("HEAD /fine"), requests);
  }

  @Test
  void a_link_whose_head_is_refused_is_asked_again_as_people_ask() throws Exception {
    assertEquals(new LinkSight(Verdict.OK, "200"), look("/no-head"));
    assertEquals(List.of("HEAD /no-head", "GET /no-head"), requests);
  }

  @Test
  void what_is_gone_is_told_from_what_turns_programs_away() throws Exception {
    assertEquals(new LinkSight(Verdict.GONE, "404"), look("/404"));
    assertEquals(new LinkSight(Verdict.GONE, "410"), look("/410"));
    assertEquals(new LinkSight(Verdict.UNCLEAR, "403"), look("/403"));
    assertEquals(new LinkSight(Verdict.UNCLEAR, "500"), look("/500"));
  }

  @Test
  void redirects_are_followed_five_times_at_most() throws Exception {
    assertEquals(new LinkSight(Verdict.OK, "200 at " + url("/to/0")), look("/to/5"));
    assertEquals(LinkSight.unclear("more than 5 redirects"), look("/to/6"));
  }

  @Test
  void a_redirect_to_a_host_outside_the_content_is_not_followed() throws Exception {
    assertEquals(
        LinkSight.unclear("not tried: leads to another host, elsewhere.example"), look("/away"));
  }

  @Test
  void a_malformed_link_is_unclear_and_ends_nothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, List<String>> links =
        Map.of("https://a.example/%zz", List.of("faq.yaml:1"), "https://", List.of("faq.yaml:2"));
    LinkCheck check =
        LinkCheck.of(
            links.keySet(),
            LocalDate.parse("2026-11-24"),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    assertTrue(check.run(links, List.of()));
    String printed = out.toString(StandardCharsets.UTF_8);
    assertTrue(printed.contains("2 unclear"), printed);
  }

  @Test
  void a_host_that_asks_for_less_is_left_in_peace() throws Exception {
    LinkProbe probe = probe();
    assertEquals(LinkSight.unclear("429"), probe.look(url("/429")));
    assertEquals(LinkSight.unclear("not tried: the host asked for less"), probe.look(url("/fine")));
    assertEquals(List.of("HEAD /429"), requests);
  }

  @Test
  void a_link_that_never_answers_is_unclear_after_a_while() throws Exception {
    LinkSight sight = probe(Duration.ofMillis(200)).look(url("/silent"));
    assertEquals(Verdict.UNCLEAR, sight.verdict());
    assertTrue(sight.what().startsWith("no answer"), sight.what());
  }

  @Test
  void a_second_passes_between_two_requests_to_a_host() throws Exception {
    LinkProbe probe = probe();
    assertEquals(Verdict.OK, probe.look(url("/fine")).verdict());
    assertEquals(Verdict.OK, probe.look(url("/no-head")).verdict());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), pauses);
  }

  @Test
  void private_addresses_and_other_schemes_are_refused() throws Exception {
    LinkProbe strict =
        new LinkProbe(
            new LinkRules(Set.of("127.0.0.1"), LinkRules::isPublic), pace(), LinkProbe.PATIENCE);
    assertEquals(LinkSight.unclear("not tried: a private address"), strict.look(url("/fine")));
    for (String odd : List.of("ftp://127.0.0.1/", "file:///etc/passwd", "http://a:b@127.0.0.1/")) {
      assertEquals(LinkSight.unclear("no plain web address"), strict.look(odd));
    }
    assertEquals(List.of(), requests);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "198.18.0.1, false",
    "::1, false",
    "::, false",
    "fe80::1, false",
    "fc00::1, false",
    "fd12::1, false",
    "::ffff:10.0.0.1, false",
    "64:ff9b::a00:1, false",
    "2002:a00:1::1, false",
    "157.240.0.35, true",
    "100.128.0.1, true",
    "2a03:2880:f12f::1, true",
  })
  void public_addresses_are_told_from_private_ones(String address, boolean isPublic)
      throws Exception {
    assertEquals(isPublic, LinkRules.isPublic(InetAddress.getByName(address)));
  }

  @Test
  void what_was_seen_is_dated_and_written_nowhere() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LinkCheck check =
        new LinkCheck(
            probe(),
            LocalDate.parse("2026-11-24"),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    Map<String, List<String>> links = new TreeMap<>();
    links.put(url("/fine"), List.of("sources.yaml:3"));
    links.put(url("/404"), List.of("sources.yaml:9", "en/faq.yaml:4"));
    List<Entry> entries = List.of(entry("whole", "/fine"), entry("broken", "/fine", "/404"));
    assertFalse(check.run(links, entries));
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("gone     " + url("/404") + "  404  (sources.yaml:9, en/faq.yaml:4)"));
    assertTrue(said.contains("Seen on 2026-11-24: 1 ok, 1 gone, 0 unclear."), said);
    assertTrue(said.contains("checked_on may be set to 2026-11-24:\n  whole\n"), said);
  }

  private Entry entry(String id, String... paths) {
    Entry like = TestContent.get().script("en").knowledge().entries().get(0);
    List<Source> sources =
        List.of(paths).stream()
            .map(path -> new Source(path, path, "", Optional.empty(), Optional.of(url(path))))
            .toList();
    return new Entry(
        id,
        like.topic(),
        like.question(),
        like.variants(),
        like.answer(),
        sources,
        like.validity(),
        like.confidence(),
        like.related());
  }

  private LinkSight look(String path) throws InterruptedException {
    return probe().look(url(path));
  }

  private LinkProbe probe() {
    return probe(LinkProbe.PATIENCE);
  }

  private LinkProbe probe(Duration patience) {
    String host = LinkRules.host(URI.create(url("/")));
    return new LinkProbe(
        new LinkRules(Set.of(host), InetAddress::isLoopbackAddress), pace(), patience);
  }

  /** Time stands still, so every pause is a whole one; nobody waits for it. */
  private LinkPace pace() {
    return new LinkPace(() -> 0, pauses::add);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static int status(String path) {
    if (location(path).isPresent()) {
      return 302;
    }
    return path.matches("/\\d+") ? Integer.parseInt(path.substring(1)) : 200;
  }

  private static Optional<String> location(String path) {
    if (path.equals("/away")) {
      return Optional.of("http://elsewhere.example/");
    }
    return path.matches("/to/[1-9]")
        ? Optional.of("/to/" + (Integer.parseInt(path.substring(4)) - 1))
        : Optional.empty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
