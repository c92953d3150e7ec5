/**
 * Brings every accepted event to a turn and every decided message to its platform, in order and at
 * its own pace.
 */
@NullMarked
package bot.optout.delivery;

import org.jspecify.annotations.NullMarked;
