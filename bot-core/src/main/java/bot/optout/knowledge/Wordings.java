package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All ways to word each subject; the question of an entry is one of them. */
final class Wordings {
  private final List<Subject> subjects = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();

  private record Wording(int topic, String text) {}

  private Wordings() {}

  static Wordings of(Corpus corpus) {
    Wordings wordings = new Wordings();
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
