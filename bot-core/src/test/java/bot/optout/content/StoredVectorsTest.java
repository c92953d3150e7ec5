package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.knowledge.Memory;
import bot.optout.knowledge.SentenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredVectorsTest {
  private static final Clock CLOCK = TestContent.CLOCK;

  private final List<String> asked = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void what_is_stored_is_not_computed_again() {
    StoredVectors stored = StoredVectors.of(model("small"), List.of(fileOf("small")));

    assertArrayEquals(new float[] {5, 0}, stored.embed("hello"));
    assertArrayEquals(new float[] {1, 2}, recalled(stored));
    assertEquals(List.of(), asked);
    assertFalse(stored.grown());
  }

  @Test
  void the_rest_is_computed_and_remembered() {
    StoredVectors stored = StoredVectors.of(model("small"), List.of(fileOf("small")));

    assertArrayEquals(new float[] {7, 0}, stored.embed("another"));
    assertTrue(stored.grown());
    assertEquals(List.of("another"), asked);
  }

  @Test
  void vectors_of_another_model_are_ignored() {
    StoredVectors.of(model("small"), List.of(fileOf("large"))).embed("hello");
    assertEquals(List.of("hello"), asked);
  }

  @Test
  void a_file_that_is_cut_short_only_costs_time() {
    byte[] whole = fileOf("small");
    StoredVectors.of(model("small"), List.of(Arrays.copyOf(whole, whole.length - 3)))
        .embed("hello");
    assertEquals(List.of("hello"), asked);
  }

  @Test
  void the_same_content_gives_the_same_bytes() {
    assertArrayEquals(fileOf("small"), fileOf("small"));
  }

  @Test
  void a_second_start_with_own_content_computes_nothing() throws IOException {
    ContentFolder content = ContentFolder.of(Map.of("en/faq.yaml", "small"));
    LearntCache cache = new LearntCache(Optional.of(folder.resolve("cache")));
    StoredVectors first = StoredVectors.of(model("small"), cache.files(content));
    first.embed("hello");
    cache.keep(content, first);
    asked.clear();

    StoredVectors.of(model("small"), cache.files(content)).embed("hello");

    assertEquals(List.of(), asked);
    try (var files = Files.list(folder.resolve("cache"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_start_with_the_built_in_content_embeds_and_trains_nothing() throws IOException {
    SentenceModel untouched =
        new SentenceModel("bge-small-en-v1.5-q", Set.of("en"), Set.of(), this::vector);
    Memory none =
        (origin, compute) -> {
          asked.add("training");
          return compute.get();
        };
    new ContentLoader(untouched.with(none), CLOCK, "en").load(ContentFolder.builtIn());
    assertTrue(asked.isEmpty(), () -> asked.size() + " texts, for example " + asked.get(0));
  }

  private byte[] fileOf(String model) {
    StoredVectors learnt = StoredVectors.of(model(model), List.of());
    learnt.embed("hello");
    recalled(learnt);
    asked.clear();
    return learnt.file();
  }

  private static float[] recalled(StoredVectors stored) {
    return stored.recall("a head", () -> new float[] {1, 2});
  }

  private SentenceModel model(String id) {
    return new SentenceModel(id, Set.of("en"), Set.of(), this::vector);
  }

  private float[] vector(String text) {
    asked.add(text);
    return new float[] {text.length(), 0};
  }
}
