/** Tests of the door, and of the rules that hold for the whole house. */
@NullMarked
package bot.optout;

import org.jspecify.annotations.NullMarked;
