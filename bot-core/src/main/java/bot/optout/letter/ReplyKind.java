package bot.optout.letter;

/** What a company's reply says. */
public enum ReplyKind {
  CONFIRMED,
  PARTLY_GRANTED,
  ASKS_FOR_MORE,
  ID_DEMANDED,
  REFUSED,
  NO_DATA_FOUND,
  EXTENDED,
  AUTOMATIC_RECEIPT,
  UNDELIVERABLE,
  NEWSLETTER,
  ANNOUNCEMENT,
  PHISHING,
  UNCLEAR
}
