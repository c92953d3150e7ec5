/** Slack's adapter: events in, messages out. */
@NullMarked
package bot.optout.slack;

import org.jspecify.annotations.NullMarked;
