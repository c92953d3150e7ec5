/**
 * The life of a program, whatever its platform: {@link bot.optout.program.Program} reads
 * configuration and content and serves a {@link bot.optout.program.Platform} until it is stopped.
 */
@NullMarked
package bot.optout.program;

import org.jspecify.annotations.NullMarked;
