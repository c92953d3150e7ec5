package bot.optout;

import bot.optout.content.Content;
import bot.optout.conversation.Phrase;
import bot.optout.conversation.Phrases;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What platforms show of the bot before anybody talks to it, in one language.
 *
 * @param name at most 64 characters
 * @param description what stands in an empty chat; at most 512 characters
 * @param shortDescription what stands in its profile; at most 120 characters
 * @param commands what each does, without the slash, in the order of a menu; at most 256 characters
 *     each
 * @param morePrivately leads from anywhere into the private chat; at most 64 characters
 */
public record BotProfile(
    Locale language,
    String name,
    String description,
    String shortDescription,
    Map<String, String> commands,
    String morePrivately) {
  private static final String COMMAND = "COMMAND_";

  /** As the content words it. */
  public static BotProfile of(Content content, String language) {
    Phrases words = content.script(language).phrases();
    Map<String, String> commands = new LinkedHashMap<>();
    for (Phrase phrase : Phrase.values()) {
      if (phrase.name().startsWith(COMMAND)) {
        String name = phrase.name().substring(COMMAND.length()).toLowerCase(Locale.ROOT);
        commands.put(name, words.say(phrase));
      }
    }
    return new BotProfile(
        Locale.forLanguageTag(language),
        words.say(Phrase.BOT_NAME),
        words.say(Phrase.BOT_DESCRIPTION),
        words.say(Phrase.BOT_SHORT_DESCRIPTION),
        commands,
        words.say(Phrase.MORE_IN_PRIVATE));
  }
}
