package bot.optout.knowledge;

/**
 * One way to word a topic, and its vector. A class, since a record would compare arrays by place.
 */
final class Example {
  private final int topic;
  private final Probe probe;

  /**
   * @param topic index of the topic among all topics
   */
  Example(int topic, String plain, float[] vector) {
    this.topic = topic;
    this.probe = new Probe(plain, vector);
  }

  int topic() {
    return topic;
  }

  /** The wording, asked as a question. */
  Probe probe() {
    return probe;
  }

  String plain() {
    return probe.plain();
  }

  float[] vector() {
    return probe.vector();
  }
}
