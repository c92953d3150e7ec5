package bot.optout.content;

import bot.optout.knowledge.NonTopic;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code non-topics.yaml} and the words for it in {@code LANGUAGE/non-topics.yaml}. */
final class NonTopicsFile {
  private static final String PATH = "non-topics.yaml";

  private NonTopicsFile() {}

  static List<String> read(ContentReading reading) {
    return reading
        .file(PATH)
        .map(
            fields -> {
              List<String> ids = fields.texts("ids");
              fields.nothingElse();
              return ids;
            })
        .orElse(List.of());
  }

  static List<NonTopic> words(ContentReading reading, String language, List<String> ids) {
    List<NonTopic> nonTopics = new ArrayList<>();
    if (ids.isEmpty()) {
      return nonTopics;
    }
    reading
        .file(language + "/" + PATH)
        .ifPresent(
            fields -> {
              ids.forEach(id -> nonTopics.add(nonTopic(id, fields.object(id))));
              fields.nothingElse();
            });
    return nonTopics;
  }

  private static NonTopic nonTopic(String id, Fields fields) {
    NonTopic nonTopic = new NonTopic(id, fields.texts("variants"), fields.text("pointer"));
    if (nonTopic.variants().isEmpty()) {
      fields.fault("variants", "the non-topic has no variants", "write at least three");
    }
    fields.nothingElse();
    return nonTopic;
  }
}
