package bot.optout.document;

/**
 * A line where it stands.
 *
 * @param y of the base line, from the upper edge of the paper, in points
 */
record Placed(Section section, Row row, float y) {}
