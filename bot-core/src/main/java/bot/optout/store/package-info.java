/** What is kept, encrypted, and for how long; the only room that sees JDBC. */
@NullMarked
package bot.optout.store;

import org.jspecify.annotations.NullMarked;
