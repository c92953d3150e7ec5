package bot.optout.knowledge;

/**
 * How much each sign counts, and how strict to be; chosen on development questions.
 *
 * @param nearest cosine to the nearest wording
 * @param mean cosine to the middle of all wordings
 * @param spelling likeness in letters to the nearest wording
 * @param head probability by the trained head
 * @param background likeness to the nearest text about anything else, subtracted
 * @param elsewhere probability, by the head, that it is about anything else, subtracted
 * @param rejected share of the content's own wordings that may fall below the line of acceptance
 * @param far share of them that may fall so low that it is not worth asking what was meant
 */
record Blend(
    double nearest,
    double mean,
    double spelling,
    double head,
    double background,
    double elsewhere,
    double rejected,
    double far) {
  /** For vectors of a sentence model. */
  static final Blend SENTENCES = new Blend(0.5, 0.5, 0.1, 0.3, 0.5, 0, 0.05, 0.02);

  /** For words and letters: wordings share less, so the middle tells less and strangers get in. */
  static final Blend WORDS = new Blend(0.5, 0.5, 0.1, 0.3, 0.5, 0.5, 0.12, 0.07);
}
