package bot.optout.content;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.Embedder;
import bot.optout.knowledge.SentenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Computes the vectors of the built-in content while building, so that no start has to. Argument:
 * the folder with the classes. Vectors that stand there already are taken over.
 */
public final class EmbedContent {
  private static final String DEFAULT_LANGUAGE = "en";

  private EmbedContent() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve("content");
    SentenceModel model = OnnxEmbedder.load();
    ContentFolder content = ContentFolder.read(folder);
    Map<String, float[]> vectors = new ConcurrentHashMap<>();
    Embedder recording = StoredVectors.before(model, content).embedder();
    SentenceModel recorded =
        model.with(text -> vectors.computeIfAbsent(text, recording::embed).clone());
    Loaded loaded =
        new ContentLoader(recorded, Clock.systemUTC(), DEFAULT_LANGUAGE).load(content.textsOnly());
    if (loaded instanceof Loaded.Bad bad) {
      bad.faults().forEach(System.err::println);
      throw new IllegalStateException("the content has " + bad.faults().size() + " faults");
    }
    Files.write(folder.resolve(ContentFolder.VECTORS), StoredVectors.write(model.id(), vectors));
  }
}
