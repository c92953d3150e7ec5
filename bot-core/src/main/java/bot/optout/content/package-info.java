/** Reads and validates the content files; the only room that sees YAML, Mustache and files. */
@NullMarked
package bot.optout.content;

import org.jspecify.annotations.NullMarked;
