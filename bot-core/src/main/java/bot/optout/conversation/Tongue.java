package bot.optout.conversation;

import bot.optout.message.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a language is told from others, and what to say to people who write in it and whom the bot
 * cannot answer in it.
 *
 * @param words frequent little words, lower case
 * @param scripts names of Unicode scripts that only this language of the list is written in
 * @param either "{{first}} or {{last}}"
 * @param apology in which {{languages}} are named; empty for a language the bot speaks
 */
public record Tongue(
    Locale language,
    List<String> words,
    List<String> scripts,
    Template either,
    Optional<Template> apology) {
  public Tongue {
    words = List.copyOf(words);
    scripts = List.copyOf(scripts);
  }

  /** "German, Dutch or English", in this language. */
  public String listed(List<Locale> languages) {
    List<String> names = languages.stream().map(one -> one.getDisplayLanguage(language)).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : either.fill(
            Map.of("first", String.join(", ", names.subList(0, last)), "last", names.get(last)));
  }
}
