package bot.optout.cases;

/** How far a case is, by what the person reported. The names are a stored format. */
public enum CaseStatus {
  /** The person has the letter; whether it was sent is not known. */
  DRAFTED,
  SENT,
  /** The company said that it got the letter, and no more. */
  ACKNOWLEDGED,
  CONFIRMED,
  /** Granted for some services, or for new posts only. */
  PARTLY,
  REFUSED,
  /** The company asks for something, or says that it finds nothing. */
  NEEDS_INFORMATION,
  /** No answer, and the day is over. Never stored: it follows from the date. */
  OVERDUE,
  COMPLAINED,
  /** The person closed it. Not stored any more: it follows from the end. */
  CLOSED;

  /** Whether the company is to answer. */
  boolean waits() {
    return this == SENT || this == ACKNOWLEDGED;
  }
}
