package bot.optout.store;

import java.time.Instant;

/**
 * An event that could not be handled, as whoever runs the bot may see it. {@code toString} hides
 * the payload.
 */
public record Aside(long id, String platform, Instant when, String payload) {
  @Override
  public String toString() {
    return "Aside[" + id + "]";
  }
}
