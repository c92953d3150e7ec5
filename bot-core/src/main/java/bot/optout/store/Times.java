package bot.optout.store;

import java.time.Duration;

/** How long things are kept when nobody asks for less. */
final class Times {
  /** A redelivery comes within a day; twice that is safe. */
  static final Duration DEDUPE = Duration.ofDays(2);

  /** As long as Telegram lets a bot delete its messages. */
  static final Duration REFERENCE = Duration.ofDays(2);

  static final Duration UNDELIVERED = Duration.ofDays(1);
  static final Duration SET_ASIDE = Duration.ofDays(7);

  /** What arrived for a platform whose process runs no more. */
  static final Duration UNHANDLED = Duration.ofDays(7);

  /** A card whose conversation is gone: an older one is simply not edited any more. */
  static final Duration CARD = Duration.ofDays(7);

  /** Thirteen months, the longest anything is kept. */
  static final Duration LANGUAGE = Duration.ofDays(396);

  /** Questions that people allowed the operator to see. */
  static final Duration QUESTION = Duration.ofDays(30);

  /** Counters: a year can be compared with the one before. */
  static final Duration COUNT = Duration.ofDays(396);

  /** What the bot set for itself on such a platform: the longest anything is kept. */
  static final Duration UNHANDLED_TIMER = Duration.ofDays(396);

  private Times() {}
}
