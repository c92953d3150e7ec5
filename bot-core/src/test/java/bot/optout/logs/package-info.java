/** Holds the log of every test run against what people said and who they are. */
@NullMarked
package bot.optout.logs;

import org.jspecify.annotations.NullMarked;
