package bot.optout.letter;

import bot.optout.message.Template;

/** One thing the letter asks for, as a sentence. */
public record Request(String id, Template text) {}
