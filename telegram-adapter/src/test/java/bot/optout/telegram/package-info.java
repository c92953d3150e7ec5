/** Telegram's adapter, tried against a strict Bot API server that runs inside the tests. */
@NullMarked
package bot.optout.telegram;

import org.jspecify.annotations.NullMarked;
