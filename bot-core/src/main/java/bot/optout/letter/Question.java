package bot.optout.letter;

/** What a draft needs to know, in the order in which it is asked. */
public enum Question {
  COUNTRY,
  SERVICES,
  REASON,
  GROUNDS,
  OWN_WORDS,
  NAME,
  EMAIL,
  ACCOUNT
}
