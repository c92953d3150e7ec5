package bot.optout.slack;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * What we delivered, so that it can be changed or deleted: a message or a file.
 *
 * @param channel of a message; {@value #FILE} for a file
 * @param id a message's timestamp, a file's id
 */
record SlackReference(String channel, String id) {
  private static final String FILE = "file";

  static SlackReference file(String id) {
    return new SlackReference(FILE, id);
  }

  static Optional<SlackReference> parse(String text) {
    int slash = text.indexOf('/');
    return slash < 1 || slash == text.length() - 1
        ? Optional.empty()
        : Optional.of(new SlackReference(text.substring(0, slash), text.substring(slash + 1)));
  }

  /** The message that stands now, by Slack's answer to what posted it. */
  static Optional<SlackReference> in(JsonObject answer) {
    return SlackJson.text(answer, "channel")
        .flatMap(
            channel -> SlackJson.text(answer, "ts").map(ts -> new SlackReference(channel, ts)));
  }

  boolean isFile() {
    return channel.equals(FILE);
  }

  String text() {
    return channel + "/" + id;
  }

  @Override
  public String toString() {
    return "SlackReference";
  }
}
