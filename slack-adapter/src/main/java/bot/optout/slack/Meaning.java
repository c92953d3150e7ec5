package bot.optout.slack;

import bot.optout.Incoming;
import com.google.gson.JsonArray;
import java.util.Optional;

/** What something that Slack sent means to us. */
sealed interface Meaning {
  /**
   * A person did something.
   *
   * @param askedFrom where a command was typed whose answer goes to the person's direct messages
   *     instead, so that they are told where to look
   * @param opens the modal that is to be opened for the answer
   * @param submits the modal whose field was sent; it waits for what comes next
   * @param hints where a button was pressed whose answer goes to the person's direct messages
   */
  record Happened(
      Incoming incoming,
      Optional<String> askedFrom,
      Optional<Opening> opens,
      Optional<Submission> submits,
      Optional<Hint> hints)
      implements Meaning {

    static Happened of(Incoming incoming) {
      return new Happened(
          incoming, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Happened askedFrom(String channel) {
      return new Happened(incoming, Optional.of(channel), opens, submits, hints);
    }

    Happened opening(Opening modal) {
      return new Happened(incoming, askedFrom, Optional.of(modal), submits, hints);
    }

    Happened submitting(Submission modal) {
      return new Happened(incoming, askedFrom, opens, Optional.of(modal), hints);
    }

    Happened hinting(Optional<Hint> at) {
      return new Happened(incoming, askedFrom, opens, submits, at);
    }

    @Override
    public String toString() {
      return "Happened[" + incoming.input() + "]";
    }
  }

  /**
   * A person looks at the conversation with us, and could use a hint what to ask.
   *
   * @param channel their direct messages with us
   */
  record Arrived(String team, String channel, String person) implements Meaning {
    @Override
    public String toString() {
      return "Arrived";
    }
  }

  /**
   * A workspace removed the app or took its token back.
   *
   * @param when it did, in seconds since 1970; 0 if Slack does not say
   */
  record Left(String team, long when) implements Meaning {
    @Override
    public String toString() {
      return "Left";
    }
  }

  /**
   * Nothing that concerns us.
   *
   * @param what Slack's name for it, for the log
   */
  record Ignored(String what) implements Meaning {}

  /** Where one person can be told something, and nobody else sees it. */
  record Hint(String responseUrl, SlackRoute at) {
    @Override
    public String toString() {
      return "Hint";
    }
  }

  /** A modal that can be opened for three seconds. */
  record Opening(String trigger, SlackRoute.View view) {
    @Override
    public String toString() {
      return "Opening";
    }
  }

  /**
   * A modal that was sent.
   *
   * @param field the id of the block that was filled in
   * @param blocks what the modal shows, in Slack's own words
   */
  record Submission(SlackRoute.View view, String field, JsonArray blocks) {
    @Override
    public String toString() {
      return "Submission";
    }
  }
}
