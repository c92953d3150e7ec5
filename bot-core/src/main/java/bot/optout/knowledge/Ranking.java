package bot.optout.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores every topic for a question: how near its wordings are in meaning, on average and at best,
 * what the trained head says, and how alike the spelling is. What the question shares with the
 * background is subtracted.
 */
final class Ranking {
  /** Stands for "leave nothing out". */
  private static final int NONE = -1;

  private final Topics topics;
  private final List<Example> examples;
  private final List<Probe> background;
  private final Head head;
  private final Blend blend;

  private Ranking(
      Topics topics, List<Example> examples, List<Probe> background, Head head, Blend blend) {
    this.topics = topics;
    this.examples = examples;
    this.background = background;
    this.head = head;
    this.blend = blend;
  }

  static Ranking of(
      int topics, List<Example> examples, List<Probe> background, Head head, Blend blend) {
    return new Ranking(
        Topics.of(topics, examples), List.copyOf(examples), List.copyOf(background), head, blend);
  }

  /** All topics, best first. */
  List<Ranked> rank(Probe question) {
    return rank(question, NONE, head);
  }

  /**
   * All topics for an example, best first, as if the example did not exist.
   *
   * @param other a head that was trained without it
   */
  List<Ranked> rankWithout(int index, Head other) {
    return rank(examples.get(index).probe(), index, other);
  }

  /** Cosine to the nearest text that is about something else entirely. */
  double backgroundLikeness(Probe question) {
    return background.stream()
        .mapToDouble(text -> question.likenessInMeaning(text))
        .max()
        .orElse(0);
  }

  List<Example> examples() {
    return examples;
  }

  private List<Ranked> rank(Probe question, int without, Head trained) {
    double[] nearest = new double[topics.size()];
    double[] spelling = new double[topics.size()];
    for (int i = 0; i < examples.size(); i++) {
      if (i != without) {
        Example example = examples.get(i);
        int topic = example.topic();
        nearest[topic] = Math.max(nearest[topic], question.likenessInMeaning(example.probe()));
        spelling[topic] = Math.max(spelling[topic], question.likenessInSpelling(example.probe()));
      }
    }
    int leftOutOf = without == NONE ? NONE : examples.get(without).topic();
    double[] fits = trained.probabilities(question);
    double shared =
        blend.background() * backgroundLikeness(question) + blend.elsewhere() * fits[topics.size()];
    return IntStream.range(0, topics.size())
        .mapToObj(
            topic -> {
              double score =
                  blend.nearest() * nearest[topic]
                      + blend.mean() * mean(topic, question, topic == leftOutOf)
                      + blend.spelling() * spelling[topic]
                      + blend.head() * fits[topic]
                      - shared;
              return new Ranked(topic, score, nearest[topic]);
            })
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  private double mean(int topic, Probe question, boolean leftOut) {
    return leftOut
        ? topics.meanCosineWithout(topic, question.vector())
        : topics.meanCosine(topic, question.vector());
  }
}
