package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All ways to word a topic: first the entries' (the question is one of them), then the non-topics'.
 */
final class Wordings {
  private final List<String> topics = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();

  private record Wording(int topic, String text) {}

  private Wordings() {}

  static Wordings of(List<Entry> entries, List<NonTopic> nonTopics) {
    Wordings wordings = new Wordings();
    for (Entry entry : entries) {
      wordings.add(
          entry.id(), Stream.concat(Stream.of(entry.question()), entry.variants().stream()));
    }
    nonTopics.forEach(nonTopic -> wordings.add(nonTopic.id(), nonTopic.variants().stream()));
    return wordings;
  }

  /** Ids, in the order of the topics' indexes. */
  List<String> topics() {
    return List.copyOf(topics);
  }

  Stream<String> plainTexts() {
    return texts.stream().flatMap(List::stream);
  }

  /** On all cores, which matters only if the vectors are not known yet. */
  List<Example> embedded(Embedder embedder) {
    return IntStream.range(0, texts.size())
        .boxed()
        .flatMap(topic -> texts.get(topic).stream().map(text -> new Wording(topic, text)))
        .toList()
        .parallelStream()
        .map(it -> new Example(it.topic(), it.text(), embedder.embed(it.text())))
        .toList();
  }

  /** Topic ids by their wordings, without signs. */
  Map<String, String> exact() {
    Map<String, String> exact = new HashMap<>();
    for (int topic = 0; topic < texts.size(); topic++) {
      for (String text : texts.get(topic)) {
        exact.putIfAbsent(PlainText.wordsOnly(text), topics.get(topic));
      }
    }
    return exact;
  }

  private void add(String topic, Stream<String> wordings) {
    topics.add(topic);
    texts.add(wordings.map(PlainText::of).distinct().toList());
  }
}
