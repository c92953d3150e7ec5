package bot.optout.document;

/**
 * How letters look.
 *
 * @param size in points
 * @param leading from one base line to the next, in points
 * @param grey 0 is black, 1 is white
 */
record Type(Face face, float size, float leading, float grey) {
  /** In points. */
  float width(String text) {
    return face.width(text) * size;
  }
}
