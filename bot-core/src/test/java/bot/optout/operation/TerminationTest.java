package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.optout.process.KillableProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TerminationTest {
  @TempDir private Path folder;

  @Test
  void what_runs_ends_before_the_hooks_of_libraries_run() throws Exception {
    Path log = folder.resolve("log.txt");
    try (KillableProgram program =
        KillableProgram.start(TerminationProbeMain.class.getName(), List.of(), Map.of(), log)) {
      assertEquals(7, program.feed(""));
    }
    assertEquals(List.of("stopping", "stopped", "hooks"), Files.readAllLines(log));
  }
}
