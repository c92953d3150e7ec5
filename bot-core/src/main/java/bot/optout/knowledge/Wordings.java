package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All ways to word each subject, as plain texts; the question of an entry is one of them. And the
 * texts about anything else.
 */
final class Wordings {
  private final List<Subject> subjects = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();
  private final List<String> background;

  private record Wording(int topic, String text) {}

  private Wordings(List<String> background) {
    this.background = background.stream().map(PlainText::of).distinct().toList();
  }

  static Wordings of(Corpus corpus) {
    Wordings wordings = new Wordings(corpus.background());
    for (Entry entry : corpus.entries()) {
      wordings.add(
          new Subject(entry.id(), Subject.Kind.ENTRY),
          Stream.concat(Stream.of(entry.question()), entry.variants().stream()));
    }
    corpus
        .intents()
        .forEach(
            intent ->
                wordings.add(
                    new Subject(intent.id(), Subject.Kind.INTENT), intent.wordings().stream()));
    corpus
        .nonTopics()
        .forEach(
            nonTopic ->
                wordings.add(
                    new Subject(nonTopic.id(), Subject.Kind.NON_TOPIC),
                    nonTopic.variants().stream()));
    return wordings;
  }

  /** In the order of the topics' indexes. */
  List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  /** Everything, the background last. */
  List<String> all() {
    return Stream.concat(texts.stream().flatMap(List::stream), background.stream()).toList();
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

  List<Probe> backgroundEmbedded(Embedder embedder) {
    return background.parallelStream().map(text -> new Probe(text, embedder.embed(text))).toList();
  }

  /** Subjects by their wordings, without signs. */
  Map<String, Subject> exact() {
    Map<String, Subject> exact = new HashMap<>();
    for (int topic = 0; topic < texts.size(); topic++) {
      for (String text : texts.get(topic)) {
        exact.putIfAbsent(PlainText.wordsOnly(text), subjects.get(topic));
      }
    }
    return exact;
  }

  private void add(Subject subject, Stream<String> wordings) {
    subjects.add(subject);
    texts.add(wordings.map(PlainText::of).distinct().toList());
  }
}
