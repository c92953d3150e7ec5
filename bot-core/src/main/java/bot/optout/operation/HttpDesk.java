package bot.optout.operation;

import bot.optout.delivery.Failure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Behind the {@link HttpDoor}: reads a request to its end, then has one of a few threads answer.
 */
final class HttpDesk extends Handler.Abstract.NonBlocking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDesk.class);

  private final List<HttpRoute> routes;
  private final HttpLimits limits;
  private final HttpPatience heads;
  private final ThreadPoolExecutor threads;

  HttpDesk(List<HttpRoute> routes, HttpLimits limits, HttpPatience heads) {
    this.routes = routes;
    this.limits = limits;
    this.heads = heads;
    this.threads =
        new ThreadPoolExecutor(
            limits.atOnce(),
            limits.atOnce(),
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(limits.waiting()),
            HttpDesk::thread);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Connection connection = request.getConnectionMetaData().getConnection();
    heads.arrived(connection);
    Request.addCompletionListener(request, trouble -> heads.await(connection));
    String path = Request.getPathInContext(request);
    List<HttpRoute> here = routes.stream().filter(route -> route.path().equals(path)).toList();
    Optional<HttpRoute> route =
        here.stream().filter(one -> one.method().equals(request.getMethod())).findFirst();
    if (route.isEmpty()) {
      int status = here.isEmpty() ? HttpStatus.NOT_FOUND_404 : HttpStatus.METHOD_NOT_ALLOWED_405;
      refuse(status, request, response, callback);
    } else if (request.getLength() > limits.bodyBytes()) {
      refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, request, response, callback);
    } else {
      read(route.get(), request, response, callback);
    }
    return true;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void read(HttpRoute route, Request request, Response response, Callback callback) {
    CompletableFuture<byte[]> whole = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(request, limits.bodyBytes(), new Arrival(whole));
    var unused =
        whole
            .orTimeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (body, trouble) -> {
                  if (trouble == null) {
                    enqueue(route, call(request, body), request, response, callback);
                  } else {
                    refuse(unreadable(trouble), request, response, callback);
                  }
                });
  }

  /** Jetty's promise, kept by ours: that one can run out of patience. */
  private record Arrival(CompletableFuture<byte[]> body) implements Promise.Invocable<byte[]> {
    @Override
    public void succeeded(byte[] bytes) {
      body.complete(bytes);
    }

    @Override
    public void failed(Throwable trouble) {
      body.completeExceptionally(trouble);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  private static int unreadable(Throwable trouble) {
    Throwable cause =
        trouble instanceof CompletionException && trouble.getCause() != null
            ? trouble.getCause()
            : trouble;
    if (cause instanceof TimeoutException) {
      return HttpStatus.REQUEST_TIMEOUT_408;
    }
    return cause instanceof IllegalStateException
        ? HttpStatus.PAYLOAD_TOO_LARGE_413
        : HttpStatus.BAD_REQUEST_400;
  }

  private void enqueue(
      HttpRoute route, HttpCall call, Request request, Response response, Callback callback) {
    try {
      threads.execute(() -> answer(route, call, request, response, callback));
    } catch (RejectedExecutionException full) {
      refuse(HttpStatus.SERVICE_UNAVAILABLE_503, request, response, callback);
    }
  }

  private static void answer(
      HttpRoute route, HttpCall call, Request request, Response response, Callback callback) {
    HttpAnswer answer;
    try {
      answer = route.handler().answer(call);
    } catch (Throwable trouble) {
      LOG.error("{} was not answered: {}", route.path(), Failure.of(trouble));
      refuse(HttpStatus.INTERNAL_SERVER_ERROR_500, request, response, callback);
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, BufferUtil.toBuffer(answer.body(), StandardCharsets.UTF_8), callback);
  }

  /** Whoever is refused may still be sending: the connection ends with it. */
  private static void refuse(int status, Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Response.writeError(request, response, callback, status);
  }

  private static HttpCall call(Request request, byte @Nullable [] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.merge(
          field.getLowerCaseName(),
          Objects.requireNonNullElse(field.getValue(), ""),
          (one, other) -> one + ", " + other);
    }
    String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    return new HttpCall(query, headers, body == null ? new byte[0] : body);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "http-desk");
    thread.setDaemon(true);
    return thread;
  }
}
