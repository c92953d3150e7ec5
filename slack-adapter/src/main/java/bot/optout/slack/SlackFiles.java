package bot.optout.slack;

import bot.optout.delivery.Sending;
import bot.optout.document.Documents;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares files in direct messages. A file is a convenience: its text is in the message anyway, so
 * trouble with it never holds up the message for long. What passes is tried once more at once.
 */
final class SlackFiles {
  private static final Logger log = LoggerFactory.getLogger(SlackFiles.class);

  private final SlackApi client;

  SlackFiles(SlackApi client) {
    this.client = client;
  }

  /** Only a limit is worth waiting for. */
  Optional<Sending> share(SlackStep.Share step, SlackRoute route, Delivery delivery) {
    SlackReply reply = upload(step, route, delivery);
    if (reply instanceof SlackReply.Unreached || reply instanceof SlackReply.Unanswered) {
      log.info("A file is shared anew: {}", reply);
      reply = upload(step, route, delivery);
    }
    if (reply instanceof SlackReply.Limited limited) {
      return Optional.of(limited.sending());
    }
    if (!(reply instanceof SlackReply.Done)) {
      log.warn("A file was not shared: {}", reply);
    }
    delivery.done(shared(reply));
    return Optional.empty();
  }

  private static Optional<SlackReference> shared(SlackReply reply) {
    return reply instanceof SlackReply.Done done
        ? SlackJson.objects(done.body(), "files").stream()
            .flatMap(file -> SlackJson.text(file, "id").stream())
            .map(SlackReference::file)
            .findFirst()
        : Optional.empty();
  }

  private SlackReply upload(SlackStep.Share step, SlackRoute route, Delivery delivery) {
    byte[] content = Documents.bytes(step.attachment());
    SlackReply prepared =
        client.call(
            "files.getUploadURLExternal",
            Map.of("filename", step.attachment().name(), "length", String.valueOf(content.length)));
    if (!(prepared instanceof SlackReply.Done done)) {
      return prepared;
    }
    Optional<String> address = SlackJson.text(done.body(), "upload_url");
    Optional<String> id = SlackJson.text(done.body(), "file_id");
    if (address.isEmpty() || id.isEmpty()) {
      return new SlackReply.Denied("no upload address");
    }
    SlackReply sent = client.upload(address.get(), content);
    if (!(sent instanceof SlackReply.Done)) {
      return sent;
    }
    return channel(route, delivery)
        .map(channel -> client.call(complete(id.get(), step, channel, route)))
        .orElseGet(() -> new SlackReply.Denied("no direct message channel"));
  }

  /** Files want the channel itself, where messages are content with a user's id. */
  private Optional<String> channel(SlackRoute route, Delivery delivery) {
    if (SlackRoute.isDirectChannel(route.channel())) {
      return Optional.of(route.channel());
    }
    return delivery.channel().or(() -> open(route.channel()));
  }

  private Optional<String> open(String person) {
    JsonObject args = new JsonObject();
    args.addProperty("users", person);
    return client.call(new SlackCall("conversations.open", args)) instanceof SlackReply.Done done
        ? SlackJson.object(done.body(), "channel").flatMap(c -> SlackJson.text(c, "id"))
        : Optional.empty();
  }

  private static SlackCall complete(
      String id, SlackStep.Share step, String channel, SlackRoute route) {
    JsonObject file = new JsonObject();
    file.addProperty("id", id);
    file.addProperty("title", step.attachment().name());
    JsonArray files = new JsonArray();
    files.add(file);
    JsonObject args = new JsonObject();
    args.add("files", files);
    args.addProperty("channel_id", channel);
    route.thread().ifPresent(thread -> args.addProperty("thread_ts", thread));
    return new SlackCall("files.completeUploadExternal", args);
  }
}
