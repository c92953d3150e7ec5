package bot.optout.program;

/** How what happens on a platform reaches us: we ask for it, or it is brought. */
public interface WayIn {
  /** How it ended. */
  enum End {
    STOPPED,
    /** Our tokens are worth nothing; only the operator can help. */
    REJECTED
  }

  /** Returns when it was stopped, and what was taken is stored; or when the platform rejects us. */
  End run() throws InterruptedException;

  /** Ends it soon. */
  void stop();
}
