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
 * it holds up the message only where that could not be sent either. What may have gone wrong on the
 * way is tried once more at once.
 */
final class SlackFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);

  private final WorkspaceCalls calls;
  private final Workspace workspace;

  SlackFiles(WorkspaceCalls calls, Workspace workspace) {
    this.calls = calls;
    this.workspace = workspace;
  }

  /** Empty, and the file is shared or done without. */
  Optional<Sending> share(SlackStep.Share step, SlackRoute route, Delivery delivery) {
    SlackReply reply = upload(step, route, delivery);
    if (reply instanceof SlackReply.Unreached || SlackErrors.doubt(reply).isPresent()) {
      LOG.info("A file is shared anew: {}", reply);
      reply = upload(step, route, delivery);
    }
    if (isWorthWaiting(reply)) {
      return Optional.of(SlackErrors.repeatable(reply));
    }
    if (!(reply instanceof SlackReply.Done)) {
      LOG.warn("A file was not shared: {}", reply);
    }
    delivery.done(shared(reply));
    return Optional.empty();
  }

  private static boolean isWorthWaiting(SlackReply reply) {
    return reply instanceof SlackReply.Limited
        || (reply instanceof SlackReply.Denied denied
            && SlackErrors.doubt(denied).isEmpty()
            && (SlackErrors.isToken(denied.error()) || SlackErrors.isPassing(denied.error())));
  }

  private static Optional<SlackReference> shared(SlackReply reply) {
    return reply instanceof SlackReply.Done done
        ? SlackJson.objects(done.body(), "files").stream()
            .flatMap(file -> SlackJson.text(file, "id").stream())
            .map(SlackReference::file)
            .findFirst()
        : Optional.empty();
  }

  /** Files want the channel itself, where messages are content with a user's id. */
  private SlackReply upload(SlackStep.Share step, SlackRoute route, Delivery delivery) {
    Optional<String> known =
        Optional.of(route.channel()).filter(SlackRoute::isDirectChannel).or(delivery::channel);
    if (known.isPresent()) {
      return upload(step, route, known.get());
    }
    SlackReply opened = open(route.channel());
    return opened instanceof SlackReply.Done done
        ? SlackJson.object(done.body(), "channel")
            .flatMap(channel -> SlackJson.text(channel, "id"))
            .map(channel -> upload(step, route, channel))
            .orElseGet(() -> new SlackReply.Denied("no direct message channel"))
        : opened;
  }

  private SlackReply open(String person) {
    JsonObject args = new JsonObject();
    args.addProperty("users", person);
    return calls.call(new SlackCall("conversations.open", args), workspace);
  }

  private SlackReply upload(SlackStep.Share step, SlackRoute route, String channel) {
    byte[] content = Documents.bytes(step.attachment());
    SlackReply prepared =
        calls.call(
            "files.getUploadURLExternal",
            Map.of("filename", step.attachment().name(), "length", String.valueOf(content.length)),
            workspace);
    if (!(prepared instanceof SlackReply.Done done)) {
      return prepared;
    }
    Optional<String> address = SlackJson.text(done.body(), "upload_url");
    Optional<String> id = SlackJson.text(done.body(), "file_id");
    if (address.isEmpty() || id.isEmpty()) {
      return new SlackReply.Denied("no upload address");
    }
    SlackReply sent = calls.api(workspace).upload(address.get(), content);
    return sent instanceof SlackReply.Done
        ? calls.call(complete(id.get(), step, channel, route), workspace)
        : sent;
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
