package bot.optout.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.SentenceModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The small English model bge-small-en-v1.5 (quantised) in this process. Safe for many threads;
 * each call computes on the thread that makes it, so the callers' pool is the only limit there is.
 */
public final class OnnxEmbedder implements Embedder {
  private static final String ID = "bge-small-en-v1.5-q";
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Set<String> LANGUAGES = Set.of("en");

  private final InProcessModel model;

  private OnnxEmbedder(InProcessModel model) {
    this.model = model;
  }

  /** Loads the model; takes a second or two. */
  public static SentenceModel load() {
    // The tokenizer's library looks for the cloud it runs in and reports home unless told not to.
    System.setProperty("ai.djl.offline", "true");
    try (InputStream tokenizer = resource(TOKENIZER);
        InputStream words = resource(TOKENIZER)) {
      OnnxBertBiEncoder encoder =
          new OnnxBertBiEncoder(
              OrtEnvironment.getEnvironment(), session(), tokenizer, PoolingMode.CLS);
      return new SentenceModel(
          ID, LANGUAGES, Vocabulary.words(words), new OnnxEmbedder(new InProcessModel(encoder)));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (OrtException trouble) {
      throw new IllegalStateException("the sentence model does not load", trouble);
    }
  }

  @Override
  public float[] embed(String text) {
    float[] vector = model.embed(text).content().vector();
    double length = 0;
    for (float value : vector) {
      length += value * value;
    }
    float norm = (float) Math.sqrt(length);
    for (int i = 0; norm > 0 && i < vector.length; i++) {
      vector[i] /= norm;
    }
    return vector;
  }

  private static OrtSession session() throws OrtException, IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        InputStream weights = resource(MODEL)) {
      // Sentences are short: more threads for one of them cost more than they bring.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(weights.readAllBytes(), options);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = OnnxEmbedder.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("not on the class path: " + name);
    }
    return stream;
  }
}
