/** The terminal as a third platform, and the operator's commands. */
@NullMarked
package bot.optout.console;

import org.jspecify.annotations.NullMarked;
