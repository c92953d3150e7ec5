package bot.optout.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings updates to the bot's webhook, one after the other, each until it is answered with 2xx.
 * Guarded by its owner.
 */
final class FakeWebhook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Object monitor;
  private final FakeQueue queue;
  private final ObjectMapper json = new ObjectMapper();
  private final List<Integer> answers = new ArrayList<>();
  private String url = "";
  private String secret = "";
  private boolean closed = false;
  private boolean running = false;

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
    if (!running) {
      running = true;
      Thread thread = new Thread(this::bring, "fake-webhook");
      thread.setDaemon(true);
      thread.start();
    }
    return json.getNodeFactory().booleanNode(true);
  }

  JsonNode deleted() {
    url = "";
    return json.getNodeFactory().booleanNode(true);
  }

  JsonNode info() {
    return json.createObjectNode()
        .put("url", url)
        .put("has_custom_certificate", false)
        .put("pending_update_count", queue.size())
        .put("field_of_a_later_version", true);
  }

  private void bring() {
    HttpClient client = HttpClient.newHttpClient();
    try {
      for (FakeQueue.Waiting next = next(); next != null; next = next()) {
        int status = post(client, next.update());
        synchronized (monitor) {
          answers.add(status);
          if (status / 100 == 2) {
            queue.confirm(next.id());
          } else {
            monitor.wait(20);
          }
          monitor.notifyAll();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FakeQueue.@Nullable Waiting next() throws InterruptedException {
    synchronized (monitor) {
      while (!closed && (url.isEmpty() || queue.size() == 0)) {
        monitor.wait(200);
      }
      return closed ? null : queue.first();
    }
  }

  private int post(HttpClient client, String update) throws InterruptedException {
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
