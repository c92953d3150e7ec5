package bot.optout.knowledge;

/** An entry that may answer the question, with its calibrated score; higher is better. */
public record Candidate(String entry, double score) {}
