package bot.optout.slack;

/** How Slack reaches us: by sockets that we open, or by requests that it sends. */
interface SlackMode {
  /** How it ended. */
  enum Ending {
    STOPPED,
    /** The tokens are worth nothing. */
    REJECTED
  }

  /** Runs until it is stopped or Slack rejects our tokens. */
  Ending run() throws InterruptedException;

  /** Ends it; {@link #run} returns when what was taken is stored and acknowledged. */
  void stop();
}
