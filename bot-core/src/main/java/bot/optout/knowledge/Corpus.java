package bot.optout.knowledge;

import java.util.List;

/**
 * Everything an answer engine learns from, in one language.
 *
 * @param background texts about anything else
 */
public record Corpus(
    List<Entry> entries, List<Intent> intents, List<NonTopic> nonTopics, List<String> background) {
  public Corpus {
    entries = List.copyOf(entries);
    intents = List.copyOf(intents);
    nonTopics = List.copyOf(nonTopics);
    background = List.copyOf(background);
  }
}
