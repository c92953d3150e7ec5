package bot.optout.faults;

/** What goes wrong with a message on its way to the platform. */
enum SendTrouble {
  /** A 5xx, or no connection: nothing was sent. */
  FAILED(false),
  /** A 429. */
  TOO_MANY(false),
  /** It never arrives, and no answer tells. */
  SWALLOWED(false),
  /** It arrives, and the answer is cut off or late. */
  ANSWER_LOST(true),
  /** Our own code throws before anything is sent. */
  EXCEPTION(false),
  ERROR(false),
  KILLED_BEFORE(false),
  KILLED_AFTER(true);

  private final boolean arrives;

  SendTrouble(boolean arrives) {
    this.arrives = arrives;
  }

  boolean arrives() {
    return arrives;
  }

  boolean kills() {
    return this == KILLED_BEFORE || this == KILLED_AFTER;
  }
}
