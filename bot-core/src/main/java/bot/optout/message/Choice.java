package bot.optout.message;

import java.nio.charset.StandardCharsets;

/**
 * A button. The id is stable, ASCII and at most 64 bytes (Telegram's callback data); the label is
 * understandable alone and at most 75 characters (Slack's button text).
 */
public record Choice(String id, String label) {
  public static final int MAX_ID_BYTES = 64;
  public static final int MAX_LABEL = 75;

  public Choice {
    if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
      throw new IllegalArgumentException("a choice id has 1 to 64 bytes, not " + id.length());
    }
    if (label.isBlank() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("a label has 1 to 75 characters, not " + label.length());
    }
  }

  /** The label may name what a person typed. */
  @Override
  public String toString() {
    return "Choice[" + id + "]";
  }
}
