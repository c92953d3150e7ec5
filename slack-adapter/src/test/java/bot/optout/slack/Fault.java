package bot.optout.slack;

/** A trouble that the fake Slack has been told to make, once. */
sealed interface Fault {
  /** Whether what is asked for is done before it goes wrong. */
  default boolean processed() {
    return false;
  }

  /** Answers with a status; a 429 with how long to wait. */
  record Status(int code, int retryAfter) implements Fault {}

  /** Answers with a status and not a word. */
  record Wordless(int code) implements Fault {}

  /** Answers {@code ok: false}. */
  record Refusal(String name) implements Fault {}

  /** Does what it is asked to do, and then answers as if it had not. */
  record Done(Fault answer) implements Fault {
    @Override
    public boolean processed() {
      return true;
    }
  }

  /** Does what it is asked to do, and never answers. */
  record Silence() implements Fault {
    @Override
    public boolean processed() {
      return true;
    }
  }

  /** Does what it is asked to do, and cuts the connection after so much of the answer. */
  record Cut(boolean halfway) implements Fault {
    @Override
    public boolean processed() {
      return true;
    }
  }

  /** Cuts the connection before doing anything. */
  record Reset() implements Fault {}
}
