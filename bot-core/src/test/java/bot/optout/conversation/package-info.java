/** Tests of the pure conversation. */
@NullMarked
package bot.optout.conversation;

import org.jspecify.annotations.NullMarked;
