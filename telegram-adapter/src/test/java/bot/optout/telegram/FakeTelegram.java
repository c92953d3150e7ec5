package bot.optout.telegram;

import bot.optout.logs.Confidential;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A Bot API server for tests. It speaks the real wire format, keeps updates until they are
 * confirmed, and refuses what the Bot API refuses; {@link FakePeople} are its users.
 */
final class FakeTelegram implements AutoCloseable {
  static final String TOKEN = "123456789:AAfake-token_for-tests-only-0123456789";
  static final String USERNAME = "optout_test_bot";
  static final long BOT_ID = 123456789L;
  static final List<String> METHODS_OF_SENDING =
      List.of("sendMessage", "sendDocument", "editMessageText", "editMessageReplyMarkup");

  private static final String NOT_MODIFIED = "message is not modified";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static {
    // Without it the JDK's server waits 40 ms before the last packet of an answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * One call as it arrived, and the status of its answer (0: none).
   *
   * @param at when it was there, in {@link System#nanoTime}
   */
  record Call(String method, JsonNode parameters, int status, long at) {}

  private final Object monitor = new Object();
  private final ObjectMapper json = new ObjectMapper();
  private final FakeChats chats = new FakeChats();
  private final FakeQueue queue = new FakeQueue(700_000_001L);
  private final List<Call> calls = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeTelegram::thread);
  private final HttpServer server;

  private final FakeMethods methods = new FakeMethods(monitor, chats, queue);
  private boolean closed = false;
  private int untilFault = 0;
  private Fault awaited = Fault.reset();

  private FakeTelegram(HttpServer server) {
    this.server = server;
  }

  static FakeTelegram start() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FakeTelegram fake = new FakeTelegram(HttpServer.create(any, 0));
      Confidential.tell(TOKEN);
      fake.server.setExecutor(fake.threads);
      fake.server.createContext("/", fake::handle);
      fake.server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code TELEGRAM_API_URL} is set to. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a program is told that talks to this server. */
  Map<String, String> environment(Map<String, String> database) {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("TELEGRAM_BOT_TOKEN", TOKEN);
    environment.put("TELEGRAM_API_URL", url().toString());
    environment.put("TELEGRAM_RATE_PER_SECOND", "1000");
    environment.put("OPTOUT_ADMIN_PORT", "0");
    return environment;
  }

  Map<String, String> environment(String databaseUrl) {
    return environment(Map.of("OPTOUT_DATABASE_URL", databaseUrl));
  }

  /** The k-th call from now on, polls not counted, goes wrong. */
  void faultAt(int number, Fault trouble) {
    synchronized (monitor) {
      untilFault = number;
      awaited = trouble;
    }
  }

  /** The next calls of this method go wrong, one fault each. */
  void fault(String method, Fault... troubles) {
    synchronized (monitor) {
      faults.computeIfAbsent(method, name -> new ArrayDeque<>()).addAll(List.of(troubles));
    }
  }

  List<FakeMessage> messages(long chat) {
    synchronized (monitor) {
      return chats.messages(chat);
    }
  }

  List<Call> calls(String method) {
    synchronized (monitor) {
      return calls.stream().filter(call -> call.method().equals(method)).toList();
    }
  }

  /** Everything that was answered with 400: with a correct adapter, nothing. */
  List<String> refusals() {
    synchronized (monitor) {
      return List.copyOf(refusals);
    }
  }

  /** Of those what a correct adapter has to answer for: a card may have lost its buttons before. */
  List<String> refusalsThatMatter() {
    return refusals().stream().filter(one -> !one.contains(NOT_MODIFIED)).toList();
  }

  /** What was refused so far had to be. */
  void forgetRefusals() {
    change(refusals::clear);
  }

  Set<String> answeredQueries() {
    synchronized (monitor) {
      return methods.answeredQueries();
    }
  }

  /** Updates that the bot has not confirmed yet. */
  int unconfirmed() {
    synchronized (monitor) {
      return queue.size();
    }
  }

  /** Somebody else sets a webhook, at which nobody listens. */
  void setWebhook(String url) {
    change(() -> methods.webhook().point(url));
  }

  String webhook() {
    synchronized (monitor) {
      return methods.webhook().url();
    }
  }

  /** What was offered for inline questions, by the id of the query. */
  Map<String, JsonNode> inlineAnswers() {
    synchronized (monitor) {
      return methods.inlineAnswers();
    }
  }

  JsonNode inlineAnswer(String query) {
    return Objects.requireNonNull(inlineAnswers().get(query), query);
  }

  /** How a delivery to the webhook was answered, in order; 0: not at all. */
  List<Integer> deliveries() {
    synchronized (monitor) {
      return methods.webhook().answers();
    }
  }

  /** Changes something that the server's threads wait for. */
  void change(Runnable change) {
    synchronized (monitor) {
      change.run();
      monitor.notifyAll();
    }
  }

  void withQueue(Consumer<FakeQueue> change) {
    change(() -> change.accept(queue));
  }

  void withChats(Consumer<FakeChats> change) {
    change(() -> change.accept(chats));
  }

  /** A change number for telling old messages from new ones. */
  long changes() {
    synchronized (monitor) {
      return chats.changes();
    }
  }

  int nextMessageId(long chat) {
    synchronized (monitor) {
      return chats.nextMessageId(chat);
    }
  }

  void expectAnswer(String query) {
    change(() -> methods.expectAnswer(query));
  }

  /** Waits, for a bounded time, until something holds. */
  void await(BooleanSupplier condition) {
    await(condition, PATIENCE);
  }

  void await(BooleanSupplier condition, Duration patience) {
    if (!comesTrue(condition, patience)) {
      throw new AssertionError("waited in vain; last calls: " + lastCalls());
    }
  }

  /** Whether something comes to hold in that time. */
  boolean comesTrue(BooleanSupplier condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      synchronized (monitor) {
        while (!condition.getAsBoolean()) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0) {
            return false;
          }
          // Some conditions are about things that nobody notifies for.
          monitor.wait(Math.min(left, 20));
        }
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    change(
        () -> {
          closed = true;
          methods.close();
        });
    server.stop(0);
    threads.shutdownNow();
  }

  private String lastCalls() {
    synchronized (monitor) {
      return calls.subList(Math.max(0, calls.size() - 10), calls.size()).toString();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    long at = System.nanoTime();
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
      answer(exchange, 401, new ApiError(401, "Unauthorized").json());
      return;
    }
    String method = methods.named(path[2]);
    if (method.isEmpty()) {
      answer(exchange, 404, new ApiError(404, "Not Found").json());
      return;
    }
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    Fault fault = nextFault(method);
    if (fault != null && !fault.processed()) {
      note(method, json.createObjectNode(), fault.status(), at);
      spoil(exchange, fault, "");
      return;
    }
    int status = 200;
    String result;
    ObjectNode parameters = json.createObjectNode();
    try {
      CallBody call = CallBody.read(type, body);
      parameters = call.parameters();
      result =
          json.createObjectNode()
              .put("ok", true)
              .set("result", methods.perform(method, call))
              .toString();
    } catch (ApiError error) {
      status = error.code();
      result = error.json();
      refused(method, error);
    }
    note(method, parameters, status, at);
    if (fault == null) {
      answer(exchange, status, result);
    } else {
      spoil(exchange, fault, result);
    }
  }

  private void refused(String method, ApiError error) {
    if (error.code() == 400) {
      change(() -> refusals.add(method + ": " + error.getMessage()));
    }
  }

  private Fault nextFault(String method) {
    synchronized (monitor) {
      if (!method.equals("getUpdates") && --untilFault == 0) {
        return awaited;
      }
      Deque<Fault> waiting = faults.getOrDefault(method, new ArrayDeque<>());
      return waiting.poll();
    }
  }

  private void note(String method, JsonNode parameters, int status, long at) {
    change(() -> calls.add(new Call(method, parameters, status, at)));
  }

  private void spoil(HttpExchange exchange, Fault fault, String result) throws IOException {
    switch (fault.kind()) {
      case ANSWER -> answer(exchange, fault.status(), fault.body());
      case CUT -> cut(exchange, result.getBytes(StandardCharsets.UTF_8));
      case RESET -> exchange.close();
      case HANG -> hang(exchange);
    }
  }

  private void hang(HttpExchange exchange) {
    await(() -> closed);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    } finally {
      exchange.close();
    }
  }

  private static void cut(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fake-telegram");
    thread.setDaemon(true);
    return thread;
  }
}
