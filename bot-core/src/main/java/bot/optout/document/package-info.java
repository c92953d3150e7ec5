/**
 * Turns attachments into bytes where they leave: text, PDF, calendar entry, archive. The only room
 * that sees the libraries for these formats. Equal values give equal bytes.
 */
@NullMarked
package bot.optout.document;

import org.jspecify.annotations.NullMarked;
