package bot.optout.store;

/** What a message means for the one live card of its conversation. */
public enum CardRole {
  /** Nothing. */
  NONE,
  /** After delivery, the last reference is the card of the conversation. */
  LIVE,
  /** After delivery, no card stands. */
  LAST
}
