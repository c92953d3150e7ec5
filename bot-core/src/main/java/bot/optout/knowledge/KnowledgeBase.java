package bot.optout.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entries of one language, and the way from a question to them. Deterministic. */
public interface KnowledgeBase {
  /** What the entries say to these words. Slow (a few milliseconds): never inside a transaction. */
  Finding find(String question);

  /** The words of a text that stand in a question of the content, lower case. */
  Set<String> familiar(String text);

  Optional<Entry> entry(String id);

  /** A neighbouring subject, as named by {@link Finding.OutOfScope}. */
  Optional<NonTopic> nonTopic(String id);

  /** All entries, in the order of the content files. */
  List<Entry> entries();

  /** The first entry of each topic, in the order of the content files. */
  default List<Entry> oneOfEachTopic() {
    Set<String> topics = new HashSet<>();
    return entries().stream().filter(entry -> topics.add(entry.topic())).toList();
  }
}
