package bot.optout.slack;

/** What Slack takes; more is refused as a whole. */
final class SlackLimits {
  static final int BLOCKS = 50;
  static final int HEADER = 150;
  static final int TEXT_OBJECT = 3000;
  static final int BUTTONS = 25;
  static final int BUTTON_TEXT = 75;

  /** Not written down by Slack, which says only that blocks can be too long; this is well below. */
  static final int MESSAGE_TEXT = 9000;

  /** Slack recommends 4,000 and cuts at 40,000; escaping can make it longer. */
  static final int FALLBACK = 3500;

  static final int VIEW_BLOCKS = 100;
  static final int PROMPTS = 4;
  static final int SESSION_TITLE = 200;

  /** What a field takes; the core reads 4,000 characters, Slack allows 3,000. */
  static final int INPUT = 3000;

  /** Not written down by Slack; long ones are hard to read at a field. */
  static final int FIELD_ERROR = 300;

  private SlackLimits() {}
}
