/**
 * What the bot says, without any platform in it. Renderers turn these values into chat messages.
 */
@NullMarked
package bot.optout.message;

import org.jspecify.annotations.NullMarked;
