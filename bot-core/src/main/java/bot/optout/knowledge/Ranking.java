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
  private final int[] topicOf;
  private final Table meaning;
  private final Table spelling;
  private final Table background;
  private final Head head;
  private final Blend blend;

  private Ranking(
      Topics topics, List<Example> examples, List<Probe> background, Head head, Blend blend) {
    List<Probe> wordings = examples.stream().map(Example::probe).toList();
    int meanings = wordings.get(0).vector().length;
    this.topics = topics;
    this.topicOf = examples.stream().mapToInt(Example::topic).toArray();
    this.meaning = Table.ofMeaning(wordings, meanings);
    this.spelling = Table.ofSpelling(wordings, Spelling.SIZE);
    this.background = Table.ofMeaning(background, meanings);
    this.head = head;
    this.blend = blend;
  }

  static Ranking of(
      int topics, List<Example> examples, List<Probe> background, Head head, Blend blend) {
    return new Ranking(Topics.of(topics, examples), examples, background, head, blend);
  }

  /**
   * The outcome for a question.
   *
   * @param topics all of them, best first
   * @param background cosine to the nearest text that is about something else entirely
   */
  record Result(List<Ranked> topics, double background) {}

  Result rank(Probe question) {
    return rank(question, NONE, head);
  }

  /**
   * The outcome for an example, as if the example did not exist.
   *
   * @param index of the example among all
   * @param other a head that was trained without it
   */
  Result rankWithout(int index, Probe example, Head other) {
    return rank(example, index, other);
  }

  private Result rank(Probe question, int without, Head trained) {
    double[] nearest = best(meaning.dots(question.vector(), question.vectorInUse()), without);
    double[] alike = best(spelling.dots(question.letters(), question.lettersInUse()), without);
    int leftOutOf = without == NONE ? NONE : topicOf[without];
    double[] fits = trained.probabilities(question);
    double elsewhere = Vectors.most(background.dots(question.vector(), question.vectorInUse()));
    double shared = blend.background() * elsewhere + blend.elsewhere() * fits[topics.size()];
    List<Ranked> ranked =
        IntStream.range(0, topics.size())
            .mapToObj(
                topic -> {
                  double score =
                      blend.nearest() * nearest[topic]
                          + blend.mean() * mean(topic, question, topic == leftOutOf)
                          + blend.spelling() * alike[topic]
                          + blend.head() * fits[topic]
                          - shared;
                  return new Ranked(topic, score, nearest[topic]);
                })
            .sorted(Comparator.comparingDouble(Ranked::score).reversed())
            .toList();
    return new Result(ranked, elsewhere);
  }

  /** The highest of each topic's examples; none is below zero. */
  private double[] best(float[] likeness, int without) {
    double[] best = new double[topics.size()];
    for (int i = 0; i < likeness.length; i++) {
      if (i != without) {
        best[topicOf[i]] = Math.max(best[topicOf[i]], likeness[i]);
      }
    }
    return best;
  }

  private double mean(int topic, Probe question, boolean leftOut) {
    return leftOut
        ? topics.meanCosineWithout(topic, question.vector())
        : topics.meanCosine(topic, question.vector());
  }
}
