package bot.optout.document;

/**
 * One line on paper, before it is known on which page.
 *
 * @param x from the left edge of the paper, in points
 * @param gap white space above the line, in points
 * @param breakable whether a new page may begin with it
 */
record Row(Line line, Type type, float x, float gap, boolean breakable) {
  /** Where in the height of a line the letters stand. */
  private static final float BASE = 0.75f;

  float height() {
    return gap + type.leading();
  }

  /** The base line of a row that begins at this height. */
  float base(float top) {
    return top + gap + BASE * type.leading();
  }

  /** Where a line of this type has to begin so that its base line is there. */
  static float top(float base, Type type) {
    return base - BASE * type.leading();
  }
}
