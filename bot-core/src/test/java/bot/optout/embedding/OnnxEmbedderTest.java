package bot.optout.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.SentenceModel;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
  private static final SentenceModel MODEL = OnnxEmbedder.load();

  private final Embedder embedder = MODEL.embedder();

  @Test
  void vectors_have_unit_length_and_repeat() {
    float[] vector = embedder.embed("how do i opt out");
    assertEquals(1, dot(vector, vector), 1e-5);
    assertArrayEquals(vector, embedder.embed("how do i opt out"));
  }

  @Test
  void likeness_in_meaning_is_likeness_in_direction() {
    float[] question = embedder.embed("is it too late to object");
    double near = dot(question, embedder.embed("did i miss the deadline"));
    double far = dot(question, embedder.embed("how do i bake bread"));
    assertTrue(near > far + 0.1, () -> near + " against " + far);
  }

  @Test
  void the_words_of_the_model_are_known() {
    assertTrue(MODEL.words().contains("object"));
    assertTrue(!MODEL.words().contains("objektion"));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
