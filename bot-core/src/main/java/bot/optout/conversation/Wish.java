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
  YES,
  NO,
  /** "skip", "leave it as a placeholder". */
  SKIP,
  GREETING,
  THANKS,
  /** Anger at the bot or at the company; answered calmly. */
  INSULT
}
