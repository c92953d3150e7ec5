/** Running the bot's programs within a test. */
@NullMarked
package bot.optout.program;

import org.jspecify.annotations.NullMarked;
