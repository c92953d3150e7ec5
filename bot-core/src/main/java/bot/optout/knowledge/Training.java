package bot.optout.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is learned from the wordings before the first question: the head, and where to draw the
 * lines. It takes seconds, so a memory may keep it.
 */
record Training(Head head, Calibration calibration) {
  /** Changes whenever the same texts would train something else. */
  private static final String VERSION = "training 5";

  /** Heads that each know three quarters of the examples judge the last quarter. */
  private static final int FOLDS = 4;

  private static final int ITERATIONS = 40;

  /** More of them changed no decision on any development question. */
  private static final int FOLD_ITERATIONS = 16;

  static Training of(
      SentenceModel model,
      Blend blend,
      List<Subject> subjects,
      List<Example> examples,
      List<Probe> background) {
    float[] numbers =
        model
            .memory()
            .recall(
                origin(model.id() + " " + blend, subjects, examples, background),
                () -> trained(blend, subjects, examples, background).numbers());
    int lines = Calibration.NUMBERS;
    return new Training(
        new Head(subjects.size(), Arrays.copyOfRange(numbers, lines, numbers.length)),
        Calibration.of(Arrays.copyOf(numbers, lines)));
  }

  private static Training trained(
      Blend blend, List<Subject> subjects, List<Example> examples, List<Probe> background) {
    int topics = subjects.size();
    List<Head> heads =
        IntStream.range(0, FOLDS)
            .mapToObj(
                fold ->
                    Head.trainedOn(
                        topics,
                        without(fold, examples),
                        without(fold, background),
                        FOLD_ITERATIONS))
            .toList();
    Head head = Head.trainedOn(topics, examples, background, ITERATIONS);
    Ranking ranking = Ranking.of(topics, examples, background, head, blend);
    Calibration calibration =
        Calibration.of(
            examples,
            topic -> subjects.get(topic).ours(),
            index ->
                ranking
                    .rankWithout(index, examples.get(index).probe(), heads.get(index % FOLDS))
                    .topics(),
            blend);
    return new Training(head, calibration);
  }

  private float[] numbers() {
    float[] lines = calibration.numbers();
    float[] numbers = Arrays.copyOf(lines, lines.length + head.weights().length);
    System.arraycopy(head.weights(), 0, numbers, lines.length, head.weights().length);
    return numbers;
  }

  private static <T> List<T> without(int fold, List<T> all) {
    List<T> others = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % FOLDS != fold) {
        others.add(all.get(i));
      }
    }
    return others.isEmpty() ? all : others;
  }

  private static String origin(
      String model, List<Subject> subjects, List<Example> examples, List<Probe> background) {
    return Stream.of(
            Stream.of(VERSION, model),
            subjects.stream().map(subject -> subject.kind().name()),
            examples.stream().map(example -> example.topic() + " " + example.plain()),
            background.stream().map(Probe::plain))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
