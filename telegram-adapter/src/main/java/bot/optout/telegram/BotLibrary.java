package bot.optout.telegram;

import bot.optout.Bot;
import bot.optout.BotProfile;
import bot.optout.Found;
import bot.optout.content.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the bot knows and how it calls itself, at this moment. */
record BotLibrary(Bot bot, Supplier<Content> content) implements InlineDesk.Library {
  @Override
  public List<Found> look(String question, Optional<String> locale) {
    return bot.look(question, locale);
  }

  @Override
  public BotProfile profile(Optional<String> locale) {
    Content now = content.get();
    return BotProfile.of(now, locale.flatMap(now::closest).orElse(now.defaultLanguage()));
  }
}
