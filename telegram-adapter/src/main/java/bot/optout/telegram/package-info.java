/** Telegram's adapter: updates in, messages out. */
@NullMarked
package bot.optout.telegram;

import org.jspecify.annotations.NullMarked;
