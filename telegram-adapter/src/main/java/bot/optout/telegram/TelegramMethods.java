package bot.optout.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls of the Bot API whose answers are read field by field: whatever a later version adds to them
 * is of no interest, and cannot make them unreadable.
 */
final class TelegramMethods {
  private static final MediaType JSON = MediaType.get("application/json");

  private final ObjectMapper json = new ObjectMapper();
  private final OkHttpClient http;
  private final HttpUrl bot;

  /**
   * @param http a client with {@link TelegramWire} and a limit for the whole call
   * @param bot the server's address up to and including the token
   */
  TelegramMethods(OkHttpClient http, HttpUrl bot) {
    this.http = http;
    this.bot = bot;
  }

  JsonNode call(String method) throws TelegramTrouble {
    return call(method, parameters -> {});
  }

  /** The result, whatever it is. */
  JsonNode call(String method, Consumer<ObjectNode> fill) throws TelegramTrouble {
    ObjectNode parameters = json.createObjectNode();
    fill.accept(parameters);
    Request request =
        new Request.Builder()
            .url(bot.newBuilder().addPathSegment(method).build())
            .post(RequestBody.create(parameters.toString(), JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      ResponseBody body = response.body();
      return json.readTree(body == null ? "" : body.string()).path("result");
    } catch (TelegramTrouble trouble) {
      throw trouble;
    } catch (JsonProcessingException e) {
      throw TelegramTrouble.noAnswer("unreadable answer");
    } catch (IOException e) {
      throw TelegramTrouble.noAnswer(e.getClass().getSimpleName());
    }
  }
}
