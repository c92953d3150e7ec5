package bot.optout.slack;

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
