package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTest {
  private static final int TOPICS = 3;

  private final List<Example> examples = examples();
  private final Head head = Head.trainedOn(TOPICS, examples, List.of());

  @Test
  void leaving_one_out_is_the_same_as_training_without_it() {
    Example left = examples.get(4);
    List<Example> others = new ArrayList<>(examples);
    others.remove(left);

    assertArrayEquals(
        Head.trainedOn(TOPICS, others, List.of()).fits(left.vector()),
        head.fitsWithout(left),
        1e-3);
  }

  @Test
  void an_example_fits_its_own_topic_best() {
    for (Example example : examples) {
      double[] fits = head.fits(example.vector());
      for (int topic = 0; topic < TOPICS; topic++) {
        assertTrue(topic == example.topic() || fits[topic] < fits[example.topic()]);
      }
    }
  }

  private static List<Example> examples() {
    Random random = new Random(7);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      float[] vector = new float[6];
      for (int at = 0; at < vector.length; at++) {
        vector[at] = (float) random.nextGaussian() / 5;
      }
      vector[i % TOPICS] += 1;
      examples.add(new Example(i % TOPICS, "text " + i, vector));
    }
    return examples;
  }
}
