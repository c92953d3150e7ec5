package bot.optout.slack;

import bot.optout.operation.HttpAnswer;
import bot.optout.operation.HttpCall;
import bot.optout.operation.HttpRoute;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP mode's way in: what is not signed by Slack, just now and for the first time, is refused. */
final class SlackRequests {
  static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackRequests.class);
  private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  private static final String SIGNATURE = "X-Slack-Signature";

  /** Slack itself gives up after three seconds. */
  private static final long PATIENCE_SECONDS = 3;

  private final SlackSignature signature;
  private final SlackListener listener;
  private final SlackRequestParser parser = new SlackRequestParser(AppConfig.builder().build());

  SlackRequests(SlackSignature signature, SlackListener listener) {
    this.signature = signature;
    this.listener = listener;
  }

  HttpRoute route() {
    return HttpRoute.post(PATH, this::answer);
  }

  private HttpAnswer answer(HttpCall call) throws Exception {
    Optional<String> time = call.header(TIMESTAMP);
    if (!signature.admits(time, call.header(SIGNATURE), call.body())) {
      LOG.warn("A request that is not Slack's, or not new, was refused");
      return HttpAnswer.of(401);
    }
    try {
      return heard(call);
    } catch (Workspaces.NotIntroduced yet) {
      signature.forget(time, call.body());
      return HttpAnswer.of(503);
    } catch (Exception | Error notStored) {
      signature.forget(time, call.body());
      throw notStored;
    }
  }

  /** What Bolt cannot read means nothing to us; sending it again would not help. */
  private HttpAnswer heard(HttpCall call) throws Exception {
    boolean readable =
        SlackPayload.of(call.text())
            .flatMap(SlackPayload::type)
            .filter(SlackPayload::isReadable)
            .isPresent();
    Optional<Request<?>> request = readable ? request(call) : Optional.empty();
    if (request.isEmpty()) {
      return HttpAnswer.of(200);
    }
    String body = listener.hear(request.get()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return body.isEmpty()
        ? HttpAnswer.of(200)
        : new HttpAnswer(200, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  private Optional<Request<?>> request(HttpCall call) {
    Map<String, List<String>> headers =
        call.header("Content-Type")
            .map(type -> Map.of("Content-Type", List.of(type)))
            .orElseGet(Map::of);
    try {
      return Optional.ofNullable(
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(PATH)
                  .queryString(Map.of())
                  .requestBody(call.text())
                  .headers(new RequestHeaders(headers))
                  .remoteAddress("")
                  .build()));
    } catch (RuntimeException unreadable) {
      LOG.warn("Unreadable request: {}", unreadable.getClass().getName());
      return Optional.empty();
    }
  }
}
