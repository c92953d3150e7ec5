package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
  private static final int TOPICS = 2;
  private static final int ELSEWHERE = 2;

  private final Embedder words = HashedWords.model().embedder();
  private final List<Example> examples =
      List.of(
          example(0, "is there a deadline"),
          example(0, "what is the last date"),
          example(1, "where do i send the letter"),
          example(1, "what is the postal address"));
  private final List<Probe> background =
      List.of(probe("how do i bake bread"), probe("play some music"));

  @Test
  void a_wording_belongs_to_its_topic() {
    examples.forEach(
        example -> assertEquals(example.topic(), best(example.probe()), example::plain));
  }

  @Test
  void another_wording_belongs_to_the_topic_whose_words_it_shares() {
    assertEquals(1, best(probe("the address for the letter")));
  }

  @Test
  void the_background_is_a_class_of_its_own() {
    assertEquals(ELSEWHERE, best(probe("bake bread and play music")));
  }

  @Test
  void probabilities_add_up_to_one() {
    assertEquals(1, Arrays.stream(head().probabilities(probe("a letter"))).sum(), 1e-5);
  }

  @Test
  void training_twice_gives_the_same_weights() {
    assertArrayEquals(head().weights(), head().weights());
  }

  @Test
  void slips_are_seen_through() {
    assertTrue(head().probabilities(probe("deadlin"))[0] > 0.4);
  }

  private Head head() {
    return Head.trainedOn(TOPICS, examples, background, 40);
  }

  private int best(Probe probe) {
    double[] probabilities = head().probabilities(probe);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private Example example(int topic, String plain) {
    return new Example(topic, plain, words.embed(plain));
  }

  private Probe probe(String plain) {
    return new Probe(plain, words.embed(plain));
  }
}
