package bot.optout.slack;

import bot.optout.message.Attachment;
import com.google.gson.JsonObject;

/** One step of a delivery; a delivery that is interrupted goes on with the step that is open. */
sealed interface SlackStep {
  /** Whether nobody would see that it is done once more. */
  default boolean repeatable() {
    return true;
  }

  /**
   * Send a part.
   *
   * @param replacing instead of the ephemeral message with the pressed button
   * @param card it has to be remembered, so that its buttons can be taken away
   */
  record Post(JsonObject part, boolean replacing, boolean card) implements SlackStep {
    @Override
    public boolean repeatable() {
      return false;
    }
  }

  /** Put a part in the place of the card that stands. */
  record Replace(SlackReference previous, JsonObject part, boolean card) implements SlackStep {}

  /** Take the buttons of the previous card away, if we still know what it says. */
  record Strip(SlackReference previous) implements SlackStep {}

  /** Share a file. */
  record Share(Attachment attachment) implements SlackStep {
    @Override
    public boolean repeatable() {
      return false;
    }
  }
}
