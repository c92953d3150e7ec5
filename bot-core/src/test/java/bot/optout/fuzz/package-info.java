/** Payloads as nobody would send them, for the parsers that strangers reach. */
@NullMarked
package bot.optout.fuzz;

import org.jspecify.annotations.NullMarked;
