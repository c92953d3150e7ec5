package bot.optout.telegram;

import bot.optout.BotProfile;
import bot.optout.content.Content;
import bot.optout.operation.BackOff;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Telegram shows of the bot in step with its content, also after the content was read
 * again, and however long Telegram does not take it. The bot works without a menu and with another
 * name, so trouble with it stops nothing.
 */
final class ProfileKeeper {
  /** From one look at the content's version to the next; nothing is asked while it is the same. */
  static final Duration LOOK = Duration.ofSeconds(10);

  /** The longest pause after a failure. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ProfileKeeper.class);

  private final TelegramProfile profile;
  private final boolean ownWords;
  private final BackOff backOff;
  private Optional<String> shown = Optional.empty();

  /**
   * @param ownWords whether the bot's name and descriptions are set, too
   */
  ProfileKeeper(TelegramProfile profile, boolean ownWords, BackOff backOff) {
    this.profile = profile;
    this.ownWords = ownWords;
    this.backOff = backOff;
  }

  /** Shows this content if it does not yet; how long until the next look. */
  Duration keep(Content now) {
    if (shown.equals(Optional.of(now.version()))) {
      return LOOK;
    }
    try {
      profile.offer(
          BotProfile.of(now, now.defaultLanguage()),
          now.languages().stream().map(language -> BotProfile.of(now, language)).toList(),
          ownWords);
      shown = Optional.of(now.version());
      backOff.reset();
      return LOOK;
    } catch (TelegramTrouble trouble) {
      Duration pause = trouble.retryAfter().orElseGet(backOff::next);
      LOG.warn(
          "What Telegram shows of the bot could not be set: {}; next try in {} s",
          trouble.reason(),
          pause.toSeconds());
      return pause;
    }
  }
}
