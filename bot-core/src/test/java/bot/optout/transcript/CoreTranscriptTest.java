package bot.optout.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.content.TestContent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The specification: every golden dialogue, replayed through the core. {@code
 * -Dtranscripts.update=true} rewrites the files; the change is then reviewed as prose.
 */
final class CoreTranscriptTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");

  @TestFactory
  Stream<DynamicTest> every_dialogue_goes_as_written() {
    boolean update = Boolean.getBoolean("transcripts.update");
    return Transcript.all(FOLDER).stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> replay(golden, update)));
  }

  private static void replay(Transcript golden, boolean update) {
    try (CoreChat chat = new CoreChat(TestContent.get(), golden.language())) {
      Transcript played = golden.play(chat);
      if (update) {
        played.write(FOLDER);
      } else {
        assertEquals(golden.toString(), played.toString());
      }
    }
  }

  @Test
  void there_are_at_least_25_of_them() {
    List<Transcript> all = Transcript.all(FOLDER);
    assertTrue(all.size() >= 25, all.size() + " dialogues");
  }
}
