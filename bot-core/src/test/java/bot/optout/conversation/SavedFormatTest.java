package bot.optout.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was saved by a released program is understood by this one, and saved the same again. */
final class SavedFormatTest {
  private static final Path FILE =
      Path.of("src", "test", "resources", "formats", "saved-states.txt");

  private static List<Saved> released() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(SavedFormatTest::saved)
        .toList();
  }

  /** Fields stand between blanks; a field of several words has them after its equals sign. */
  private static Saved saved(String line) {
    String[] words = line.split(" ", -1);
    Map<String, String> fields = new TreeMap<>();
    String open = "";
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals >= 0) {
        open = words[i].substring(0, equals);
        fields.put(open, words[i].substring(equals + 1));
      } else {
        fields.merge(open, words[i], (before, more) -> before + " " + more);
      }
    }
    return new Saved(words[0], Integer.parseInt(words[1]), fields);
  }

  @Test
  void every_released_format_is_understood_and_written_again() throws IOException {
    for (Saved saved : released()) {
      State state = saved.restore().orElseThrow(() -> new AssertionError(saved.toString()));
      assertEquals(
          saved.fields(), state.saved().orElseThrow().fields(), "fields of " + saved.tag());
      assertEquals(saved, state.saved().orElseThrow());
    }
  }

  @Test
  void no_state_is_missing() throws IOException {
    Set<Class<?>> kept = new HashSet<>(Set.of(Idle.class));
    for (Saved saved : released()) {
      kept.add(saved.restore().orElseThrow().getClass());
    }
    assertTrue(kept.containsAll(States.all()), States.all() + " but only " + kept);
  }
}
