package bot.optout.embedding;

import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;

/**
 * Opens the library's encoder, which it offers to its own models only, with our session options.
 */
final class InProcessModel extends AbstractInProcessEmbeddingModel {
  private final OnnxBertBiEncoder encoder;

  InProcessModel(OnnxBertBiEncoder encoder) {
    // Only batches use the executor, and we embed one text at a time.
    super(Runnable::run);
    this.encoder = encoder;
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }
}
