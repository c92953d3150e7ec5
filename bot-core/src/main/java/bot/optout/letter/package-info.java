/** Letters and what they rest on: jurisdictions, controllers, grounds, the draft a person fills. */
@NullMarked
package bot.optout.letter;

import org.jspecify.annotations.NullMarked;
