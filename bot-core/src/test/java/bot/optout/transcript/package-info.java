/** Golden dialogues: files that anyone can read, replayed through the core and every adapter. */
@NullMarked
package bot.optout.transcript;

import org.jspecify.annotations.NullMarked;
