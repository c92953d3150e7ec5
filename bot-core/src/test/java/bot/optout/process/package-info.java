/** Running the bot's programs as processes of their own, to be killed. */
@NullMarked
package bot.optout.process;

import org.jspecify.annotations.NullMarked;
