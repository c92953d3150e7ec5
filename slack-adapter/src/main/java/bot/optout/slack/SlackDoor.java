package bot.optout.slack;

import bot.optout.Incoming;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one listener of our Bolt app: whatever kind of request Bolt has read, and however it came, it
 * is stored before it is acknowledged. There is no other middleware, so Bolt asks Slack nothing
 * before it acknowledges, and no handler, so no request finds none.
 */
final class SlackDoor implements Middleware {
  private static final Logger log = LoggerFactory.getLogger(SlackDoor.class);
  private static final int REMEMBERED = 10_000;

  private final SlackEvents events;
  private final Consumer<Incoming> intake;
  private final String answeredDirectly;

  /** Channels in which people wrote to us directly; whoever is there needs no hint to go there. */
  private final Recent<String, Boolean> directChannels = new Recent<>(REMEMBERED);

  /**
   * @param intake stores durably before it returns
   * @param answeredDirectly tells a person to look into their direct messages with us
   */
  SlackDoor(SlackEvents events, Consumer<Incoming> intake, String answeredDirectly) {
    this.events = events;
    this.intake = intake;
    this.answeredDirectly = answeredDirectly;
  }

  static App app(SlackClient client, SlackDoor door) {
    AppConfig config =
        AppConfig.builder()
            .singleTeamBotToken(null)
            .signingSecret(null)
            .slack(client.slack())
            .build();
    return new App(config, client.slack(), List.of(door));
  }

  @Override
  @SuppressWarnings("rawtypes") // Bolt's interface has it so.
  public Response apply(Request request, Response response, MiddlewareChain chain) {
    return SlackJson.parse(request.getRequestBodyAsString())
        .map(this::take)
        .orElseGet(Response::ok);
  }

  /** Stores what happened; an exception means that it must not be acknowledged. */
  private Response take(JsonObject payload) {
    Meaning meaning = events.read(payload);
    if (!(meaning instanceof Meaning.Happened happened)) {
      log.debug("Ignored: {}", meaning);
      return Response.ok();
    }
    intake.accept(happened.incoming());
    learn(happened.incoming());
    boolean tell =
        happened.askedFrom().filter(from -> directChannels.get(from).isEmpty()).isPresent();
    return tell ? hint() : Response.ok();
  }

  private void learn(Incoming incoming) {
    if (incoming.address().chat().equals(SlackEvents.DIRECT)) {
      SlackRoute.parse(incoming.address().route())
          .map(SlackRoute::channel)
          .filter(SlackRoute::isDirectChannel)
          .ifPresent(channel -> directChannels.put(channel, true));
    }
  }

  private Response hint() {
    JsonObject hint = new JsonObject();
    hint.addProperty("response_type", "ephemeral");
    hint.addProperty("text", SlackMarkup.escaped(answeredDirectly));
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(SlackJson.write(hint))
        .build();
  }
}
