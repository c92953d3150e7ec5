/** Tests of Slack's adapter against a strict local Slack. */
@NullMarked
package bot.optout.slack;

import org.jspecify.annotations.NullMarked;
