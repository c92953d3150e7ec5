package bot.optout.letter;

/** What a draft needs to know, in the order in which it is asked. */
public enum Question {
  COUNTRY,
  SERVICES,
  REASON,
  GROUNDS,
  OWN_WORDS,
  /** What was found in the own words: grounds of the catalogue, and things better left out. */
  OWN_WORDS_CHECK,
  NAME,
  EMAIL,
  ACCOUNT
}
