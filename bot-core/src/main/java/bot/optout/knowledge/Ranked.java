package bot.optout.knowledge;

/**
 * A topic and how well it fits a question.
 *
 * @param nearest cosine to the topic's nearest wording, before background is subtracted
 */
record Ranked(int topic, double score, double nearest) {}
