/** Minutes of real programs, killed again and again, under a steady stream of messages. */
@NullMarked
package bot.optout.soak;

import org.jspecify.annotations.NullMarked;
