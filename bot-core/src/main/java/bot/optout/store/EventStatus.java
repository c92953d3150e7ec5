package bot.optout.store;

/** How far an event in the inbox is; the numbers are a stored format. */
final class EventStatus {
  /** It waits for its turn. */
  static final int OPEN = 0;

  /** Only its dedupe hash is left. */
  static final int DONE = 1;

  /** It could not be handled, and its payload is kept for the operator. */
  static final int ASIDE = 2;

  private EventStatus() {}
}
