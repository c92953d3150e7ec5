/**
 * The pure conversation: an event meets a state and becomes a transition. No clock, no files, no
 * network.
 */
@NullMarked
package bot.optout.conversation;

import org.jspecify.annotations.NullMarked;
