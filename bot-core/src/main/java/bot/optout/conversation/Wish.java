package bot.optout.conversation;

/** Something a person may want at any time, however it is worded. The wordings are content. */
public enum Wish {
  CANCEL,
  BACK,
  START_OVER,
  REPEAT,
  HELP,
  DRAFT,
  PRIVACY,
  MY_DATA,
  FORGET,
  LANGUAGE,
  /** "my cases". */
  CASES,
  /** "I sent it". */
  SENT,
  /** "they answered". */
  ANSWERED,
  /** "write the reminder". */
  FOLLOW_UP,
  COMPLAIN,
  /** "what do they have on me". */
  ACCESS,
  ERASURE,
  /** "take it back". */
  WITHDRAW,
  /** "delete", without saying what. */
  DELETE,
  YES,
  NO,
  /** "skip", "leave it as a placeholder". */
  SKIP,
  GREETING,
  THANKS,
  /** Anger at the bot or at the company; answered calmly. */
  INSULT
}
