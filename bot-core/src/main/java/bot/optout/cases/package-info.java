/**
 * What became of a letter: a case with its dates and statuses, what to do next, when to be
 * reminded, and whether a complaint is ripe. Everything in it was reported by the person.
 */
@NullMarked
package bot.optout.cases;

import org.jspecify.annotations.NullMarked;
