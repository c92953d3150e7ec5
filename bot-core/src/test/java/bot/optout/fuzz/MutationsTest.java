package bot.optout.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MutationsTest {
  private static final String PAYLOAD =
      "{\"update_id\":1,\"message\":{\"text\":\"hi\",\"list\":[1,{\"id\":2}]}}";

  @Test
  void the_same_seed_gives_the_same_payloads() {
    assertEquals(some(7), some(7));
    assertTrue(!some(7).equals(some(8)));
  }

  @Test
  void most_are_changed_and_a_good_part_is_still_json() {
    List<String> some = some(1);
    assertTrue(some.stream().filter(one -> !one.equals(PAYLOAD)).count() > 950);
    long readable = some.stream().filter(MutationsTest::isJson).count();
    assertTrue(readable > 200 && readable < 800, () -> readable + " are JSON");
  }

  @Test
  void what_is_no_json_is_damaged_as_text() {
    Mutations mutations = new Mutations(3);
    Stream.of("", "entries:\n  - id: x\n", "[", "1").forEach(mutations::mutate);
  }

  private static List<String> some(long seed) {
    Mutations mutations = new Mutations(seed);
    return Stream.generate(() -> mutations.mutate(PAYLOAD)).limit(1_000).toList();
  }

  private static boolean isJson(String text) {
    try {
      new ObjectMapper().readTree(text);
      return true;
    } catch (JsonProcessingException no) {
      return false;
    }
  }
}
