/**
 * What the bot knows: curated, dated, sourced entries, and the finding that a question leads to.
 */
@NullMarked
package bot.optout.knowledge;

import org.jspecify.annotations.NullMarked;
