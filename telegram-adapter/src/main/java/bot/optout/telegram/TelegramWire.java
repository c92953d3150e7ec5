package bot.optout.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sits in the HTTP client and tells apart how calls end: whether a request left, what Telegram
 * refused, and which answers are unreadable. The library above it does not know the difference.
 */
final class TelegramWire implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int GATEWAY_TIMEOUT = 504;

  private final ObjectMapper json = new ObjectMapper();

  /** Remembers that a request was begun on a standing connection. */
  private static final class Departure {
    private volatile boolean left;
  }

  static OkHttpClient.Builder on(OkHttpClient.Builder client) {
    return client.addInterceptor(new TelegramWire()).addNetworkInterceptor(TelegramWire::departing);
  }

  private static Response departing(Chain chain) throws IOException {
    Departure departure = chain.request().tag(Departure.class);
    if (departure != null) {
      departure.left = true;
    }
    return chain.proceed(chain.request());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Departure departure = new Departure();
    Request request = chain.request().newBuilder().tag(Departure.class, departure).build();
    try (Response response = chain.proceed(request)) {
      ResponseBody body = response.body();
      String text = body == null ? "" : body.string();
      return response
          .newBuilder()
          .body(ResponseBody.create(result(response.code(), text), JSON))
          .build();
    } catch (TelegramTrouble trouble) {
      throw trouble;
    } catch (IOException e) {
      throw departure.left
          ? TelegramTrouble.noAnswer(e.getClass().getSimpleName())
          : TelegramTrouble.notSent(e);
    }
  }

  private String result(int status, String body) throws IOException {
    // Whoever gave up waiting had passed the request on, and an empty answer tells nothing.
    if (status == GATEWAY_TIMEOUT || (status >= 500 && body.isBlank())) {
      throw TelegramTrouble.noAnswer("an answer of somebody in between");
    }
    JsonNode answer = readable(status, body);
    if (!answer.path("ok").asBoolean()) {
      throw TelegramTrouble.refused(status, answer);
    }
    return json.writeValueAsString(narrowed(answer));
  }

  private JsonNode readable(int status, String body) throws TelegramTrouble {
    try {
      JsonNode answer = json.readTree(body);
      if (answer.path("ok").isBoolean()) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      // A page of some server in between, or half an answer; told apart below.
    }
    // Whoever says another 5xx with a page did not pass the request on.
    throw status >= 400
        ? TelegramTrouble.refused(status)
        : TelegramTrouble.noAnswer("unreadable answer");
  }

  /**
   * A message that was delivered must not look lost because its echo has fields that the library
   * cannot read yet: only what is used is passed on.
   */
  private JsonNode narrowed(JsonNode answer) {
    JsonNode message = answer.path("result");
    if (!message.path("message_id").isInt()) {
      return answer;
    }
    ObjectNode narrow = json.createObjectNode().put("ok", true);
    ObjectNode result = narrow.putObject("result");
    result.set("message_id", message.path("message_id"));
    result.set("date", message.path("date"));
    ObjectNode chat = result.putObject("chat");
    chat.put("id", message.path("chat").path("id").asLong());
    chat.put("type", message.path("chat").path("type").asText("private"));
    return narrow;
  }
}
