/**
 * The door: all that an adapter needs. {@link bot.optout.Bot} takes what happened and decides; a
 * {@link bot.optout.Sender} carries the answer out.
 */
@NullMarked
package bot.optout;

import org.jspecify.annotations.NullMarked;
