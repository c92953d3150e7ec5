package bot.optout.letter;

/** What an answer to an objection comes to. */
public enum ReplyKind {
  CONFIRMED,
  /** One product of several, some of the data, or new posts only. */
  PARTLY_GRANTED,
  /** Wants reasons, an account, proof of anything but who the person is. */
  ASKS_FOR_MORE,
  ID_DEMANDED,
  REFUSED,
  NO_DATA_FOUND,
  /** Says that the answer comes later than it should. */
  EXTENDED,
  /** Has arrived, will be read; nothing is decided. */
  AUTOMATIC_RECEIPT,
  UNDELIVERABLE,
  NEWSLETTER,
  /** Tells in general what would happen: "if you object, we will …". */
  ANNOUNCEMENT,
  PHISHING,
  UNCLEAR
}
