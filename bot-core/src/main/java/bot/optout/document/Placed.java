package bot.optout.document;

/**
 * A line where it stands.
 *
 * @param begins whether its section begins with it
 * @param y of the base line, from the upper edge of the paper, in points
 */
record Placed(Section.Role role, boolean begins, Row row, float y) {}
