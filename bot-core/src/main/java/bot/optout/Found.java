package bot.optout;

import bot.optout.message.Message;

/**
 * One answer to look at, outside of any conversation.
 *
 * @param entry its id, stable across languages and versions
 * @param title the question it answers
 * @param message the short answer, for whom and since when it holds, and where it comes from;
 *     without buttons
 */
public record Found(String entry, String title, Message message) {}
