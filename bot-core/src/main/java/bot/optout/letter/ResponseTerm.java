package bot.optout.letter;

import java.time.Period;

/** The time the law gives for an answer, counted from receipt. */
public record ResponseTerm(Period period, String provision) {}
