package bot.optout.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens to what Slack sends, whichever way it came, through one Bolt app with one middleware of
 * ours. Bolt answers at once; an answer that has to wait a moment is told apart by a header.
 */
final class SlackListener implements AutoCloseable {
  private static final String WAITING = "x-waiting";

  private final App app;
  private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();

  SlackListener(SlackClient client, SlackDoor door) {
    AppConfig config =
        AppConfig.builder()
            .singleTeamBotToken(null)
            .signingSecret(null)
            .slack(client.slack())
            .build();
    this.app =
        new App(
            config, client.slack(), List.of((request, response, chain) -> answer(door, request)));
  }

  /**
   * Stores what happened.
   *
   * @return the body of the acknowledgement, empty for none; it comes within half a second
   * @throws Exception if it could not be stored; then it must not be acknowledged
   */
  CompletableFuture<String> hear(Request<?> request) throws Exception {
    Response response = app.run(request);
    String token = first(response);
    if (!token.isEmpty()) {
      CompletableFuture<JsonObject> answer = waiting.remove(token);
      if (answer != null) {
        return answer.thenApply(SlackJson::write);
      }
    }
    return CompletableFuture.completedFuture(response.getBody() == null ? "" : response.getBody());
  }

  private static String first(Response response) {
    List<String> values = response.getHeaders().getOrDefault(WAITING, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private Response answer(SlackDoor door, Request<?> request) {
    SlackDoor.Answer answer = door.take(request.getRequestBodyAsString());
    if (answer instanceof SlackDoor.Answer.Later later) {
      String token = UUID.randomUUID().toString();
      waiting.put(token, later.body());
      return Response.builder()
          .statusCode(200)
          .headers(Map.of(WAITING, List.of(token)))
          .body("")
          .build();
    }
    String body = ((SlackDoor.Answer.Now) answer).body();
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(body)
        .build();
  }

  @Override
  public void close() {
    app.stop();
  }
}
