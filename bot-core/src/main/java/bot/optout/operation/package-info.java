/** Configuration, secrets, health and metrics: what the person who runs the bot sees. */
@NullMarked
package bot.optout.operation;

import org.jspecify.annotations.NullMarked;
