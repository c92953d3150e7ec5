/** Tests of the terminal's commands. */
@NullMarked
package bot.optout.console;

import org.jspecify.annotations.NullMarked;
