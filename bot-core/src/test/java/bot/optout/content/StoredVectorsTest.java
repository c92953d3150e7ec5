package bot.optout.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.SentenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredVectorsTest {
  private final List<String> asked = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void a_stored_vector_is_not_computed_again() throws IOException {
    store("small", Map.of("hello", new float[] {0, 1}));
    Embedder embedder = modelNamed("small").embedder();

    assertArrayEquals(new float[] {0, 1}, embedder.embed("hello"));
    assertArrayEquals(new float[] {1, 0}, embedder.embed("other"));
    assertEquals(List.of("other"), asked);
  }

  @Test
  void vectors_of_another_model_are_ignored() throws IOException {
    store("large", Map.of("hello", new float[] {0, 1}));

    assertArrayEquals(new float[] {1, 0}, modelNamed("small").embedder().embed("hello"));
  }

  @Test
  void a_file_that_is_cut_short_only_costs_time() throws IOException {
    byte[] whole = StoredVectors.write("small", Map.of("hello", new float[] {0, 1}));
    Files.write(folder.resolve(ContentFolder.VECTORS), Arrays.copyOf(whole, 20));

    assertArrayEquals(new float[] {1, 0}, modelNamed("small").embedder().embed("hello"));
  }

  @Test
  void a_start_with_the_built_in_content_embeds_nothing() {
    SentenceModel real = OnnxEmbedder.load();
    TestContent.load(
        real.with(
            text -> {
              asked.add(text);
              return real.embedder().embed(text);
            }));
    assertTrue(asked.isEmpty(), () -> asked.size() + " texts, for example " + asked.get(0));
  }

  private void store(String model, Map<String, float[]> vectors) throws IOException {
    Files.write(folder.resolve(ContentFolder.VECTORS), StoredVectors.write(model, vectors));
  }

  private SentenceModel modelNamed(String id) throws IOException {
    Embedder embedder =
        text -> {
          asked.add(text);
          return new float[] {1, 0};
        };
    SentenceModel model = new SentenceModel(id, Set.of("en"), Set.of(), embedder);
    return StoredVectors.before(model, ContentFolder.read(folder));
  }
}
