package bot.optout.content;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.knowledge.SentenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Learns the built-in content while building (vectors, head, lines), so that no start has to.
 * Argument: the folder with the classes. What stands there already is taken over.
 */
public final class EmbedContent {
  private static final String DEFAULT_LANGUAGE = "en";

  private EmbedContent() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve("content");
    SentenceModel model = OnnxEmbedder.load();
    ContentFolder content = ContentFolder.read(folder);
    StoredVectors learnt = StoredVectors.of(model, LearntCache.NONE.files(content));
    Loaded loaded =
        new ContentLoader(model, Clock.systemUTC(), DEFAULT_LANGUAGE)
            .load(content.textsOnly(), learnt);
    if (loaded instanceof Loaded.Bad bad) {
      bad.faults().forEach(System.err::println);
      throw new IllegalStateException("the content has " + bad.faults().size() + " faults");
    }
    Files.write(folder.resolve(ContentFolder.VECTORS), learnt.file());
  }
}
