package bot.optout.document;

/**
 * One line of a text.
 *
 * @param wordEnds whether a space stood at the break, so that whoever copies the text gets it back
 */
record Line(String text, boolean wordEnds) {}
