package bot.optout.letter;

/** One thing the letter asks for, as a sentence. */
public record Request(String id, String text, boolean standard) {}
