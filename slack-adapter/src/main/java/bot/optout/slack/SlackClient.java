package bot.optout.slack;

import bot.optout.operation.Secret;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Talks to Slack's Web API. The SDK's typed methods are not used: they parse whole answers, so that
 * an unknown block in the answer would turn a delivered message into a failure, and they do not
 * tell whether a request left. The SDK's HTTP client is: proxies and addresses are set in one
 * place.
 */
final class SlackClient implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(30);

  private final Slack slack;

  private SlackClient(Slack slack) {
    this.slack = slack;
  }

  /**
   * The one client of a process: each one costs threads.
   *
   * @param apiUrl ends in {@code /api/}
   * @param patience with Slack's answer to one request
   */
  static SlackClient to(String apiUrl, Duration patience) {
    com.slack.api.SlackConfig sdk = new com.slack.api.SlackConfig();
    sdk.setMethodsEndpointUrlPrefix(apiUrl);
    sdk.setStatsEnabled(false);
    sdk.getHttpClientResponseHandlers().clear();
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(sdk)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .connectTimeout(patience)
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience.multipliedBy(2))
            .eventListenerFactory(Departure::of)
            .build();
    return new SlackClient(Slack.getInstance(sdk, new SlackHttpClient(http)));
  }

  Slack slack() {
    return slack;
  }

  /** Posts JSON, with the token unless the target is an address of its own. */
  SlackReply call(SlackCall call, Secret token) {
    RequestBody body = RequestBody.create(SlackJson.write(call.args()), JSON);
    return call.isAddress()
        ? send(() -> new Request.Builder().url(call.target()).post(body))
        : send(() -> method(call.target(), token).post(body));
  }

  /** Posts a form: a few methods take nothing else. */
  SlackReply call(String method, Map<String, String> form, Secret token) {
    return send(() -> method(method, token).post(form(form)));
  }

  /** The same, with less patience than usual. */
  SlackReply call(String method, Map<String, String> form, Secret token, Duration patience) {
    OkHttpClient hasty = http().newBuilder().callTimeout(patience).build();
    return send(() -> method(method, token).post(form(form)), hasty);
  }

  private static FormBody form(Map<String, String> fields) {
    FormBody.Builder body = new FormBody.Builder();
    fields.forEach(body::add);
    return body.build();
  }

  private OkHttpClient http() {
    return slack.getHttpClient().getOkHttpClient();
  }

  /** Exchanges a code or a refresh token; the app itself is who asks. */
  SlackReply exchange(Map<String, String> form, String clientId, Secret clientSecret) {
    return send(
        () ->
            new Request.Builder()
                .url(slack.getConfig().getMethodsEndpointUrlPrefix() + "oauth.v2.access")
                .header("Authorization", Credentials.basic(clientId, clientSecret.value()))
                .post(form(form)));
  }

  /** Asks for the address of a WebSocket. */
  SlackReply openConnection(Secret appToken) {
    return send(() -> method("apps.connections.open", appToken).post(form(Map.of())));
  }

  SlackReply upload(String address, byte[] content) {
    return send(() -> new Request.Builder().url(address).post(RequestBody.create(content)));
  }

  private Request.Builder method(String method, Secret token) {
    return new Request.Builder()
        .url(slack.getConfig().getMethodsEndpointUrlPrefix() + method)
        .header("Authorization", "Bearer " + token.value());
  }

  /**
   * The messages of exceptions may quote addresses and headers, so only their kind is passed on.
   */
  private SlackReply send(Supplier<Request.Builder> prepared) {
    return send(prepared, http());
  }

  private static SlackReply send(Supplier<Request.Builder> prepared, OkHttpClient http) {
    Departure departure = new Departure();
    try {
      Request request = prepared.get().tag(Departure.class, departure).build();
      try (Response response = http.newCall(request).execute()) {
        return read(response);
      }
    } catch (IOException trouble) {
      String kind = trouble.getClass().getSimpleName();
      return departure.left() ? new SlackReply.Unanswered(kind) : new SlackReply.Unreached(kind);
    } catch (IllegalArgumentException malformed) {
      return new SlackReply.Denied("malformed_request");
    }
  }

  private static SlackReply read(Response response) throws IOException {
    String body = response.body() == null ? "" : response.body().string();
    if (response.code() == 429) {
      return new SlackReply.Limited(pause(response), false);
    }
    if (response.code() >= 500) {
      return broken(response.code(), body);
    }
    return SlackJson.parse(body)
        .map(json -> answer(response, json))
        .orElseGet(() -> wordless(response, body));
  }

  /** A gateway that waited in vain had passed the request on; so may one that says nothing. */
  private static SlackReply broken(int status, String body) {
    String reason = "status " + status;
    return status == 504 || body.isBlank()
        ? new SlackReply.Unanswered(reason)
        : new SlackReply.Unreached(reason);
  }

  private static SlackReply answer(Response response, JsonObject json) {
    if (SlackJson.flag(json, "ok")) {
      return new SlackReply.Done(json);
    }
    String error = SlackJson.text(json, "error").orElse("unnamed_error");
    return error.equals("ratelimited") || error.equals("rate_limited")
        ? new SlackReply.Limited(pause(response), false)
        : new SlackReply.Denied(error);
  }

  /**
   * Response addresses and uploads answer with a word: {@code ok}, {@code OK - 12}, {@code
   * used_url}.
   */
  private static SlackReply wordless(Response response, String body) {
    String word = body.strip().toLowerCase(Locale.ROOT);
    if (response.isSuccessful() && (word.isEmpty() || word.startsWith("ok"))) {
      return new SlackReply.Done(new JsonObject());
    }
    if (word.matches("[a-z_]{1,64}")) {
      return new SlackReply.Denied(word);
    }
    return response.isSuccessful()
        ? new SlackReply.Unanswered("unreadable answer")
        : new SlackReply.Denied("status_" + response.code());
  }

  private static Duration pause(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(DEFAULT_PAUSE);
  }

  /** Ends the threads, which would keep the process alive. */
  @Override
  public void close() {
    OkHttpClient http = http();
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    try {
      slack.close();
    } catch (Exception trouble) {
      throw new IllegalStateException("the client does not close", trouble);
    }
  }
}
