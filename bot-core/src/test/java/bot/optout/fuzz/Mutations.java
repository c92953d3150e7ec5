package bot.optout.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;

/**
 * Makes broken, odd and hostile payloads out of good ones: about half of them are still JSON, of
 * another shape; the others are damaged as text. The same seed gives the same payloads in the same
 * order.
 */
public final class Mutations {
  private static final int MOST_AT_ONCE = 3;

  private final ObjectMapper json = new ObjectMapper();
  private final Random random;
  private final ShapeMutations shapes;
  private final TextMutations texts;

  public Mutations(long seed) {
    this.random = new Random(seed);
    this.shapes = new ShapeMutations(random);
    this.texts = new TextMutations(random);
  }

  /**
   * One to three changes to a payload; what is no JSON is changed as text. The result is at most
   * about 100,000 characters longer.
   */
  public String mutate(String payload) {
    String mutated = payload;
    for (int left = 1 + random.nextInt(MOST_AT_ONCE); left > 0; left--) {
      mutated = random.nextBoolean() ? reshaped(mutated) : texts.mutate(mutated);
    }
    return mutated;
  }

  private String reshaped(String payload) {
    try {
      JsonNode tree = json.readTree(payload);
      return tree.isContainerNode() && !tree.isEmpty()
          ? shapes.mutate(tree)
          : texts.mutate(payload);
    } catch (JsonProcessingException noJson) {
      return texts.mutate(payload);
    }
  }
}
