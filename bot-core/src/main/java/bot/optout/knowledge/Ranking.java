package bot.optout.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores every topic for a question. Nearest wording and mean of all wordings count half each,
 * spelling and the trained head a fifth; what the question shares with the background is
 * subtracted.
 */
final class Ranking {
  private static final double NEAREST = 0.5;
  private static final double MEAN = 0.5;
  private static final double SPELLING = 0.2;
  private static final double HEAD = 0.2;
  private static final double BACKGROUND = 0.5;

  /** Stands for "leave nothing out". */
  private static final int NONE = -1;

  private final Topics topics;
  private final List<Example> examples;
  private final List<float[]> background;
  private final Grams grams;
  private final Head head;

  private Ranking(
      Topics topics, List<Example> examples, List<float[]> background, Grams grams, Head head) {
    this.topics = topics;
    this.examples = examples;
    this.background = background;
    this.grams = grams;
    this.head = head;
  }

  static Ranking of(int topics, List<Example> examples, List<float[]> background) {
    return new Ranking(
        Topics.of(topics, examples),
        List.copyOf(examples),
        List.copyOf(background),
        Grams.over(examples.stream().map(Example::plain).toList()),
        Head.trainedOn(topics, examples, background));
  }

  /** All topics, best first. */
  List<Ranked> rank(Probe question) {
    return rank(question, NONE, head.fits(question.vector()));
  }

  /** All topics for an example, best first, as if the example did not exist. */
  List<Ranked> rankWithout(int index) {
    Example example = examples.get(index);
    return rank(example.probe(), index, head.fitsWithout(example));
  }

  /** Cosine to the nearest text that is about something else entirely. */
  double backgroundLikeness(float[] vector) {
    return background.stream().mapToDouble(text -> Vectors.dot(text, vector)).max().orElse(0);
  }

  List<Example> examples() {
    return examples;
  }

  private List<Ranked> rank(Probe question, int without, double[] fits) {
    float[] vector = question.vector();
    double[] nearest = new double[topics.size()];
    double[] spelling = new double[topics.size()];
    double[] cosines = grams.cosines(question.plain());
    for (int i = 0; i < examples.size(); i++) {
      if (i != without) {
        int topic = examples.get(i).topic();
        nearest[topic] = Math.max(nearest[topic], Vectors.dot(examples.get(i).vector(), vector));
        spelling[topic] = Math.max(spelling[topic], cosines[i]);
      }
    }
    int leftOutOf = without == NONE ? NONE : examples.get(without).topic();
    double shared = BACKGROUND * backgroundLikeness(vector);
    return IntStream.range(0, topics.size())
        .mapToObj(
            topic -> {
              double mean =
                  topic == leftOutOf
                      ? topics.meanCosineWithout(topic, vector)
                      : topics.meanCosine(topic, vector);
              double score =
                  NEAREST * nearest[topic]
                      + MEAN * mean
                      + SPELLING * spelling[topic]
                      + HEAD * fits[topic]
                      - shared;
              return new Ranked(topic, score, nearest[topic]);
            })
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }
}
