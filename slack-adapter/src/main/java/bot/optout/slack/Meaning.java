package bot.optout.slack;

import bot.optout.Incoming;
import java.util.Optional;

/** What something that Slack sent means to us. */
sealed interface Meaning {
  /**
   * A person did something.
   *
   * @param askedFrom where a command was typed whose answer goes to the person's direct messages
   *     instead, so that they are told where to look
   */
  record Happened(Incoming incoming, Optional<String> askedFrom) implements Meaning {
    @Override
    public String toString() {
      return "Happened[" + incoming.input() + "]";
    }
  }

  /**
   * Nothing that concerns us.
   *
   * @param what Slack's name for it, for the log
   */
  record Ignored(String what) implements Meaning {}
}
