package bot.optout.slack;

import bot.optout.logs.Confidential;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A strict Slack on this machine: Web API, response addresses, uploads and Socket Mode. */
final class FakeSlack implements AutoCloseable {
  static final String BOT_TOKEN = "xoxb-fake-bot";
  static final String APP_TOKEN = "xapp-fake-app";
  static final String TEAM = "T0FAKE";
  static final String BOT_USER = "U0BOT";

  private static final Set<String> START = Set.of("auth.test", "apps.connections.open");
  private static final Duration BOUND = Duration.ofSeconds(60);

  /** A request that arrived. */
  record Call(String method, JsonObject args) {}

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final FakeWorkspace workspace = new FakeWorkspace();
  private final FakeResponses responses = new FakeResponses(workspace);
  private final FakeMethods methods = new FakeMethods(workspace, this);
  private final List<Call> calls = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final FakeViews views = new FakeViews(workspace, this::refused);
  private final FakeOAuth oauth = new FakeOAuth();
  private final FakeFiles files = new FakeFiles();
  private final FakeSockets sockets;
  private final FakeRequests requests;
  private final Map<String, Duration> slow = new ConcurrentHashMap<>();
  private volatile Optional<List<Long>> timings = Optional.empty();
  private volatile FakeWire wire;
  private volatile boolean revoked;
  private Optional<Fault> awaited = Optional.empty();
  private int untilFault;

  private FakeSlack(Duration redelivery) throws Exception {
    server.addConnector(connector);
    connector.setHost("127.0.0.1");
    connector.open();
    this.sockets =
        new FakeSockets(
            "ws://127.0.0.1:" + connector.getLocalPort() + "/link/", redelivery, this::answered);
    this.requests = new FakeRequests(sockets, redelivery, Clock.systemUTC(), this::answered);
    this.wire = sockets;
    server.setHandler(
        new Handler.Sequence(
            WebSocketUpgradeHandler.from(
                server,
                container ->
                    container.addMapping(
                        "/link/*",
                        (request, response, callback) -> {
                          String ticket =
                              Request.extractQueryParameters(request).getValue("ticket");
                          if (!sockets.redeem(ticket)) {
                            Response.writeError(request, response, callback, 403);
                            return null;
                          }
                          return sockets.new Endpoint();
                        })),
            new Api()));
  }

  static FakeSlack start() throws Exception {
    return start(Duration.ofSeconds(3));
  }

  /**
   * @param redelivery after which an envelope that is not acknowledged comes again
   */
  static FakeSlack start(Duration redelivery) throws Exception {
    List.of(BOT_TOKEN, APP_TOKEN).forEach(Confidential::tell);
    FakeSlack slack = new FakeSlack(redelivery);
    slack.server.start();
    return slack;
  }

  String url() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  String apiUrl() {
    return url() + "/api/";
  }

  /** What a program is told that talks to this Slack by sockets. */
  Map<String, String> environment(Map<String, String> database) {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("SLACK_BOT_TOKEN", BOT_TOKEN);
    environment.put("SLACK_APP_TOKEN", APP_TOKEN);
    environment.put("SLACK_API_URL", apiUrl());
    environment.put("OPTOUT_ADMIN_PORT", "0");
    return environment;
  }

  Map<String, String> environment(String databaseUrl) {
    return environment(Map.of("OPTOUT_DATABASE_URL", databaseUrl));
  }

  /** The same by requests to this port. */
  Map<String, String> environment(Map<String, String> database, int port) {
    Map<String, String> environment = environment(database);
    environment.remove("SLACK_APP_TOKEN");
    environment.put("SLACK_SIGNING_SECRET", FakeRequests.SECRET);
    environment.put("OPTOUT_HTTP_PORT", Integer.toString(port));
    return environment;
  }

  FakeWorkspace workspace() {
    return workspace;
  }

  FakeFiles files() {
    return files;
  }

  FakeViews views() {
    return views;
  }

  FakeOAuth oauth() {
    return oauth;
  }

  FakeRequests requests() {
    return requests;
  }

  /** From now on everything comes by requests to this port, or to each of several in turn. */
  void comeTo(int... ports) {
    requests.to(ports);
    wire = requests;
  }

  FakeWire wire() {
    return wire;
  }

  private void answered(JsonObject sent, JsonObject acknowledgement) {
    timings.ifPresent(waits -> note(waits, sent));
    views.answered(sent, acknowledgement);
  }

  /** Every payload carries the moment it was sent, where Slack has a time of its own. */
  private static void note(List<Long> waits, JsonObject sent) {
    SlackJson.text(sent, "sent_at_nanos")
        .ifPresent(
            at -> {
              synchronized (waits) {
                waits.add(System.nanoTime() - Long.parseLong(at));
              }
            });
  }

  FakeSockets sockets() {
    return sockets;
  }

  FakeResponses responses() {
    return responses;
  }

  /** The next call of this method ends so; several are worked off in order. */
  synchronized void fault(String method, Fault fault) {
    faults.computeIfAbsent(method, name -> new ArrayDeque<>()).add(fault);
  }

  /** The k-th call from now on ends so, those that begin a connection not counted. */
  synchronized void faultAt(int number, Fault fault) {
    untilFault = number;
    awaited = Optional.of(fault);
  }

  /** From now on this method takes so long. */
  void slowDown(String method, Duration time) {
    slow.put(method, time);
  }

  /** From now on the time from sending to acknowledgement is noted there, in nanoseconds. */
  void timing(List<Long> waits) {
    timings = Optional.of(waits);
  }

  void revokeTokens() {
    revoked = true;
  }

  synchronized List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Waits until something holds, looking whenever something happened; fails after a while. */
  void await(String what, BooleanSupplier holds) throws InterruptedException {
    await(what, holds, BOUND);
  }

  /** The same with the patience of a long campaign. */
  void awaitLong(String what, BooleanSupplier holds) throws InterruptedException {
    await(what, holds, BOUND.multipliedBy(6));
  }

  private void await(String what, BooleanSupplier holds, Duration bound)
      throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never happened: " + what);
      }
      synchronized (sockets) {
        sockets.wait(5);
      }
    }
  }

  void awaitAcknowledged() throws InterruptedException {
    await("everything acknowledged", () -> wire.allAcknowledged());
  }

  private synchronized Optional<Fault> nextFault(String method) {
    if (awaited.isPresent() && !START.contains(method) && --untilFault == 0) {
      return awaited;
    }
    Deque<Fault> waiting = faults.getOrDefault(method, new ArrayDeque<>());
    return Optional.ofNullable(waiting.poll());
  }

  private final class Api extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = Request.getPathInContext(request);
      String[] parts = path.substring(1).split("/", 2);
      byte[] body = Content.Source.asInputStream(request).readAllBytes();
      String method =
          switch (parts[0]) {
            case "response" -> "response_url";
            case "upload" -> "upload";
            default -> parts[1];
          };
      JsonObject args = arguments(method, request, body);
      record(new Call(method, args));
      LockSupport.parkNanos(slow.getOrDefault(method, Duration.ZERO).toNanos());
      Optional<Fault> fault = nextFault(method);
      if (fault.isPresent() && !fault.get().processed()) {
        fail(fault.get(), request, response, callback);
        return true;
      }
      JsonObject answer =
          switch (method) {
            case "response_url" -> responses.answer(parts[1], args);
            case "upload" -> uploaded(parts[1], body.length);
            default ->
                authorized(request, method)
                    .orElseGet(() -> methods.call(method, args, team(request)));
          };
      refused(method, answer);
      if (fault.isPresent() && fault.get() instanceof Fault.Done done) {
        fail(done.answer(), request, response, callback);
        return true;
      }
      if (fault.isPresent() && fault.get() instanceof Fault.Cut cut) {
        cut(cut, SlackJson.write(answer), request, response, callback);
        return true;
      }
      if (fault.isPresent()) {
        closing.await(BOUND.toSeconds(), TimeUnit.SECONDS);
      }
      boolean missing = !parts[0].equals("api") && !SlackJson.flag(answer, "ok");
      write(response, callback, missing ? 404 : 200, SlackJson.write(answer));
      return true;
    }

    private JsonObject uploaded(String file, int length) {
      return files.receive(file, length) ? FakeMethods.ok() : FakeMethods.error("file_not_found");
    }

    private void fail(Fault fault, Request request, Response response, Callback callback) {
      if (fault instanceof Fault.Status status) {
        if (status.code() == 429) {
          response.getHeaders().put("Retry-After", status.retryAfter());
        }
        write(response, callback, status.code(), "trouble");
      } else if (fault instanceof Fault.Wordless wordless) {
        write(response, callback, wordless.code(), "");
      } else if (fault instanceof Fault.Refusal error) {
        write(response, callback, 200, SlackJson.write(FakeMethods.error(error.name())));
      } else {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new IllegalStateException("cut"));
      }
    }

    private void cut(
        Fault.Cut cut, String body, Request request, Response response, Callback callback) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      response.getHeaders().put("Content-Type", "application/json; charset=utf-8");
      response.getHeaders().put("Content-Length", bytes.length);
      Runnable end =
          () -> {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IllegalStateException("cut"));
          };
      if (cut.halfway()) {
        response.write(false, ByteBuffer.wrap(bytes, 0, bytes.length / 2), Callback.from(end));
      } else {
        end.run();
      }
    }

    private void write(Response response, Callback callback, int status, String body) {
      response.setStatus(status);
      response.getHeaders().put("Content-Type", "application/json; charset=utf-8");
      Content.Sink.write(response, true, body, callback);
    }
  }

  /** What was answered with an error: with a correct adapter, nothing. */
  synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  private synchronized void refused(String method, JsonObject answer) {
    if (!SlackJson.flag(answer, "ok")) {
      refused(method + ": " + SlackJson.write(answer));
    }
  }

  private synchronized void refused(String what) {
    refusals.add(what);
  }

  private synchronized void record(Call call) {
    calls.add(call);
  }

  private Optional<JsonObject> authorized(Request request, String method) {
    String token = Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
    if (method.equals("oauth.v2.access")) {
      String client = FakeOAuth.CLIENT_ID + ":" + FakeOAuth.CLIENT_SECRET;
      String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
      return token.equals("Basic " + basic)
          ? Optional.empty()
          : Optional.of(FakeMethods.error("bad_client_secret"));
    }
    if (revoked) {
      return Optional.of(FakeMethods.error("token_revoked"));
    }
    boolean good =
        method.equals("apps.connections.open")
            ? token.equals("Bearer " + APP_TOKEN)
            : token.equals("Bearer " + BOT_TOKEN) || oauth.team(bare(token)).isPresent();
    return good ? Optional.empty() : Optional.of(FakeMethods.error("invalid_auth"));
  }

  private String team(Request request) {
    String token = Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
    return oauth.team(bare(token)).orElse(TEAM);
  }

  private static String bare(String token) {
    return token.startsWith("Bearer ") ? token.substring("Bearer ".length()) : token;
  }

  private static JsonObject arguments(String method, Request request, byte[] body) {
    if (method.equals("upload")) {
      return new JsonObject();
    }
    String type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
    String text = new String(body, StandardCharsets.UTF_8);
    if (type.startsWith("application/json")) {
      return JsonParser.parseString(text).getAsJsonObject();
    }
    JsonObject args = new JsonObject();
    Fields fields = new Fields();
    UrlEncoded.decodeTo(text, fields::add, StandardCharsets.UTF_8);
    fields.forEach(field -> args.addProperty(field.getName(), field.getValue()));
    return args;
  }

  @Override
  public void close() {
    closing.countDown();
    sockets.close();
    requests.close();
    try {
      server.stop();
    } catch (Exception trouble) {
      throw new IllegalStateException("the fake does not stop", trouble);
    }
  }
}
