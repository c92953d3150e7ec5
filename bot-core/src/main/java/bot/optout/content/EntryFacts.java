package bot.optout.content;

import bot.optout.knowledge.Confidence;
import bot.optout.knowledge.Validity;
import java.util.List;

/** What holds for an entry in every language. */
record EntryFacts(
    String id,
    int line,
    String topic,
    List<String> sources,
    Validity validity,
    Confidence confidence,
    List<String> related) {}
