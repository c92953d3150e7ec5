package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings updates to the bot's webhook, several at once, but those of a lane one after the other,
 * each until it is answered with 2xx. Guarded by its owner.
 */
final class FakeWebhook {
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Object monitor;
  private final FakeQueue queue;
  private final ObjectMapper json = new ObjectMapper();
  private final List<Integer> answers = new ArrayList<>();
  private final Set<String> underWay = new HashSet<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String url = "";
  private String secret = "";
  private boolean closed = false;
  private boolean running = false;

  /** In seconds; every error comes a second after the last one. */
  private long lastError = 0;

  FakeWebhook(Object monitor, FakeQueue queue) {
    this.monitor = monitor;
    this.queue = queue;
  }

  boolean isSet() {
    return !url.isEmpty();
  }

  String url() {
    return url;
  }

  List<Integer> answers() {
    return List.copyOf(answers);
  }

  void point(String newUrl) {
    url = newUrl;
  }

  void close() {
    closed = true;
  }

  JsonNode set(JsonNode parameters) {
    url = parameters.path("url").asText();
    secret = parameters.path("secret_token").asText();
    lastError = 0;
    for (int i = 0; i < CONNECTIONS && !running; i++) {
      Thread thread = new Thread(this::bring, "fake-webhook");
      thread.setDaemon(true);
      thread.start();
    }
    running = true;
    return json.getNodeFactory().booleanNode(true);
  }

  JsonNode deleted() {
    url = "";
    return json.getNodeFactory().booleanNode(true);
  }

  JsonNode info() {
    ObjectNode info =
        json.createObjectNode()
            .put("url", url)
            .put("has_custom_certificate", false)
            .put("pending_update_count", queue.size())
            .put("field_of_a_later_version", true);
    if (lastError > 0) {
      info.put("last_error_date", lastError).put("last_error_message", "Wrong response");
    }
    return info;
  }

  private void bring() {
    try {
      for (FakeQueue.Waiting next = next(); next != null; next = next()) {
        int status = post(next.update());
        synchronized (monitor) {
          answers.add(status);
          if (status / 100 == 2) {
            queue.confirm(next.id());
          } else {
            lastError = Math.max(lastError, 1_795_000_000L) + 1;
            monitor.wait(20);
          }
          underWay.remove(next.lane());
          monitor.notifyAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FakeQueue.@Nullable Waiting next() throws InterruptedException {
    synchronized (monitor) {
      Optional<FakeQueue.Waiting> next = Optional.empty();
      while (!closed && next.isEmpty()) {
        next = url.isEmpty() ? next : queue.firstBeside(underWay);
        if (next.isEmpty()) {
          monitor.wait(200);
        }
      }
      next.ifPresent(update -> underWay.add(update.lane()));
      return closed ? null : next.orElse(null);
    }
  }

  private int post(String update) throws InterruptedException {
    HttpRequest request;
    synchronized (monitor) {
      request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("X-Telegram-Bot-Api-Secret-Token", secret)
              .POST(HttpRequest.BodyPublishers.ofString(update))
              .build();
    }
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return 0;
    }
  }
}
