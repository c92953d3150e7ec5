package bot.optout.document;

/**
 * A4, laid out after DIN 5008 form B, whose address field also shows in the window of a DL
 * envelope. In millimetres from the upper left edge, turned into points.
 */
final class Paper {
  static final float WIDTH = mm(210);
  static final float HEIGHT = mm(297);
  static final float LEFT = mm(25);
  static final float TEXT_WIDTH = mm(160);
  static final float SENDER = mm(20);

  /** The address field: 17.7 mm for remarks, which we have none of, then six lines. */
  static final float ADDRESS = mm(62.7f);

  static final float ADDRESS_WIDTH = mm(80);
  static final float DATE_BASE = mm(96.5f);
  static final float SUBJECT_BASE = mm(106.5f);
  static final float BODY = mm(110.5f);
  static final float BOTTOM = mm(297 - 22);
  static final float NEXT_TOP = mm(27);
  static final float RUNNING_BASE = mm(17);
  static final float NUMBER_BASE = mm(297 - 14);
  static final float[] FOLDS = {mm(105), mm(210)};
  static final float PUNCH = mm(148.5f);
  static final float MARK_X = mm(5);
  static final float FOLD_LENGTH = mm(4);
  static final float PUNCH_LENGTH = mm(7);

  private Paper() {}

  static float mm(float millimetres) {
    return millimetres * 72 / 25.4f;
  }
}
