package bot.optout.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** One {@code getUpdates} at a time, its updates left as they came. */
final class TelegramPolling {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Pattern UPDATE_ID = Pattern.compile("\"update_id\"\\s*:\\s*(-?\\d{1,18})");

  private final ObjectMapper json = new ObjectMapper();
  private final OkHttpClient http;
  private final HttpUrl url;
  private final Duration timeout;
  private final List<String> kinds;

  private volatile boolean cancelled = false;
  private volatile @Nullable Call current = null;

  /**
   * @param url of the method, the token in its path
   * @param timeout how long Telegram holds a poll open when there is nothing
   * @param kinds of updates to ask for
   */
  TelegramPolling(OkHttpClient http, HttpUrl url, Duration timeout, List<String> kinds) {
    this.http = http;
    this.url = url;
    this.timeout = timeout;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * @param offset everything before it is confirmed, and Telegram forgets it
   */
  TelegramPoll poll(OptionalLong offset, int limit) {
    Call call = http.newCall(request(offset, limit));
    current = call;
    if (cancelled) {
      call.cancel();
    }
    try (Response response = call.execute()) {
      ResponseBody body = response.body();
      return read(response.code(), body == null ? "" : body.string());
    } catch (IOException e) {
      return new TelegramPoll.Troubled(TelegramTrouble.noAnswer(e.getClass().getSimpleName()));
    }
  }

  /** Ends the poll that is under way, and every later one at once. */
  void cancel() {
    cancelled = true;
    Call call = current;
    if (call != null) {
      call.cancel();
    }
  }

  private Request request(OptionalLong offset, int limit) {
    ObjectNode body =
        json.createObjectNode().put("limit", limit).put("timeout", timeout.toSeconds());
    offset.ifPresent(first -> body.put("offset", first));
    kinds.forEach(body.putArray("allowed_updates")::add);
    return new Request.Builder().url(url).post(RequestBody.create(body.toString(), JSON)).build();
  }

  private TelegramPoll read(int status, String body) {
    JsonNode answer;
    try {
      answer = json.readTree(body);
    } catch (JsonProcessingException e) {
      answer = json.missingNode();
    }
    if (answer.path("ok").asBoolean() && answer.path("result").isArray()) {
      List<JsonNode> updates = new ArrayList<>();
      answer.path("result").forEach(updates::add);
      return new TelegramPoll.Batch(updates);
    }
    if (status == 200) {
      return new TelegramPoll.Garbled(firstId(body), body);
    }
    return new TelegramPoll.Troubled(
        answer.has("ok")
            ? TelegramTrouble.refused(status, answer)
            : TelegramTrouble.refused(status));
  }

  private static OptionalLong firstId(String body) {
    Matcher id = UPDATE_ID.matcher(body);
    return id.find() ? OptionalLong.of(Long.parseLong(id.group(1))) : OptionalLong.empty();
  }
}
