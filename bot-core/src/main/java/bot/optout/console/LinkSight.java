package bot.optout.console;

/**
 * What a link looked like from here.
 *
 * @param what a status, or what went wrong
 */
record LinkSight(Verdict verdict, String what) {
  enum Verdict {
    /** It answered. */
    OK,
    /** It is not there any more. */
    GONE,
    /** It may be there: many sites turn programs away. */
    UNCLEAR
  }

  static LinkSight unclear(String what) {
    return new LinkSight(Verdict.UNCLEAR, what);
  }
}
