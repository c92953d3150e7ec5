package bot.optout.slack;

/** A trouble that the fake Slack has been told to make, once. */
sealed interface Fault {
  /** Answers with a status; a 429 with how long to wait. */
  record Status(int code, int retryAfter) implements Fault {}

  /** Answers {@code ok: false}. */
  record Refusal(String name) implements Fault {}

  /** Does what it is asked to do, and never answers. */
  record Silence() implements Fault {}

  /** Cuts the connection before doing anything. */
  record Reset() implements Fault {}
}
