/**
 * The real core with trouble at every point: a database, a platform and a process that fail when
 * and how a test wants them to, and a model that says what must hold all the same.
 */
@NullMarked
package bot.optout.faults;

import org.jspecify.annotations.NullMarked;
