package bot.optout.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.content.TestContent;
import bot.optout.store.StoreConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whole lives of cases, with the program ended and started again after every single step. */
final class CaseRestartTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");
  private static final List<String> LIVES =
      List.of("en/cases/no-reply.txt", "en/cases/refusal.txt", "de/cases/zwei-faelle.txt");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> nobody_notices_a_restart() {
    return Transcript.all(FOLDER).stream()
        .filter(golden -> LIVES.contains(golden.name()))
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> replay(golden)));
  }

  private void replay(Transcript golden) {
    StoreConfig database =
        StoreConfig.of("jdbc:sqlite:" + folder.resolve(golden.name().replace('/', '-') + ".db"));
    try (CoreChat chat = new CoreChat(TestContent.get(), golden.language(), database)) {
      for (Transcript.Step step : golden.steps()) {
        step.act(chat);
        assertEquals(step.expected(), chat.received(), golden.name() + ", " + step.action());
        chat.restart();
        assertEquals(List.of(), chat.received(), "a restart says nothing");
      }
    }
  }
}
