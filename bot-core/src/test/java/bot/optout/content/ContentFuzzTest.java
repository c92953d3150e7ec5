package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.fuzz.Mutations;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Content as an editor's slip, a bad merge or a stranger may leave it: it loads, or its faults are
 * listed. A seed makes it the same again: {@code -Dfuzz.seed=7}.
 */
@Timeout(3600)
final class ContentFuzzTest {
  private static final boolean DEEP = Boolean.getBoolean("deep");
  private static final int FILES = DEEP ? 200_000 : 5_000;
  private static final int FOLDERS = DEEP ? 2_000 : 10;
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final long seed =
      Long.getLong("fuzz.seed", Boolean.getBoolean("deep") ? new Random().nextLong() : 1);
  private final Random random = new Random(seed);
  private final Mutations mutations = new Mutations(seed);
  private final Map<String, String> builtIn = builtIn();
  private Duration slowest = Duration.ZERO;

  /** The other files are missing, which is only more faults: so this is quick. */
  @Test
  void any_broken_file_is_a_list_of_faults() {
    List<String> paths = builtIn.keySet().stream().sorted().toList();
    for (int i = 0; i < FILES; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      Loaded loaded = load(Map.of(path, broken(path)), path);
      assertTrue(loaded instanceof Loaded.Bad bad && !bad.faults().isEmpty(), () -> told(path));
    }
    System.out.println(FILES + " files, slowest " + slowest.toMillis() + " ms, seed " + seed);
  }

  /** What is learned from is left alone: to learn takes long. */
  @Test
  void content_with_a_broken_file_is_good_or_a_list_of_faults() {
    List<String> paths =
        builtIn.keySet().stream().filter(path -> !isLearned(path)).sorted().toList();
    for (int i = 0; i < FOLDERS; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      Map<String, String> files = new HashMap<>(builtIn);
      files.put(path, broken(path));
      Loaded loaded = load(files, path);
      assertTrue(
          loaded instanceof Loaded.Good || (loaded instanceof Loaded.Bad bad && named(bad)),
          () -> told(path));
    }
  }

  private Loaded load(Map<String, String> files, String broken) {
    long start = System.nanoTime();
    try {
      return new ContentLoader(TestContent.model(), TestContent.CLOCK, "en")
          .load(ContentFolder.of(files));
    } catch (RuntimeException | Error trouble) {
      throw new AssertionError(told(broken), trouble);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      assertTrue(took.compareTo(SLOW) < 0, () -> told(broken) + " took " + took);
    }
  }

  private String broken(String path) {
    return mutations.mutate(builtIn.getOrDefault(path, ""));
  }

  private String told(String path) {
    return "seed " + seed + ", " + path;
  }

  private static boolean named(Loaded.Bad bad) {
    return !bad.faults().isEmpty() && bad.faults().stream().noneMatch(it -> it.file().isBlank());
  }

  private static boolean isLearned(String path) {
    return Stream.of("faq.yaml", "non-topics.yaml", "understanding.yaml", "background.txt")
        .anyMatch(path::endsWith);
  }

  private static Map<String, String> builtIn() {
    try {
      ContentFolder folder = ContentFolder.builtIn().textsOnly();
      Map<String, String> files = new HashMap<>();
      folder.paths().forEach(path -> files.put(path, folder.text(path).orElseThrow()));
      return files;
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }
}
