/** The sentence model that runs inside this process; the only room that sees the model runtime. */
@NullMarked
package bot.optout.embedding;

import org.jspecify.annotations.NullMarked;
