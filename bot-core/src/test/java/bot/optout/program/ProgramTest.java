package bot.optout.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Bot;
import bot.optout.Directory;
import bot.optout.delivery.Sending;
import bot.optout.operation.CoreConfig;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProgramTest {
  private final CountDownLatch served = new CountDownLatch(1);

  @TempDir private Path folder;

  @Test
  void a_check_serves_nobody() {
    RunningProgram checked = RunningProgram.ended(Silent::new, good(), "--check");
    assertEquals(ExitCode.DONE, checked.exitCode());
    assertEquals(1, served.getCount());
  }

  @Test
  void bad_variables_and_misspelt_arguments_are_told() {
    RunningProgram bad =
        RunningProgram.ended(Silent::new, Map.of("OPTOUT_ADMIN_PORT", "x"), "--chekc");
    assertEquals(ExitCode.BAD_CONFIGURATION, bad.exitCode());
    assertTrue(bad.printed().contains("problem: OPTOUT_ADMIN_PORT"), bad::printed);
    assertTrue(bad.printed().contains("problem: unknown argument"), bad::printed);
  }

  @Test
  void it_serves_until_it_is_stopped() throws Exception {
    RunningProgram program = RunningProgram.start(Silent::new, good());
    served.await();
    program.stop();
  }

  @Test
  void it_can_be_stopped_before_it_serves() {
    RunningProgram.start(Silent::new, good()).stop();
  }

  @Test
  void a_platform_that_rejects_it_and_a_database_that_is_not_there_end_it() {
    assertEquals(ExitCode.LOST, RunningProgram.ended(Rejecting::new, good()).exitCode());
    Map<String, String> nowhere =
        Map.of("OPTOUT_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("no/such/folder/optout.db"));
    RunningProgram lost = RunningProgram.ended(Silent::new, nowhere);
    assertEquals(ExitCode.LOST, lost.exitCode());
    assertTrue(lost.printed().contains("OPTOUT_DATABASE_URL cannot be opened"), lost::printed);
  }

  private Map<String, String> good() {
    return Map.of("OPTOUT_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("optout.db"));
  }

  /** A platform where nothing ever happens. */
  private class Silent implements Platform, WayIn {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CoreConfig core;

    Silent(Settings settings) {
      core = CoreConfig.from(settings, 0);
    }

    @Override
    public String name() {
      return "silence";
    }

    @Override
    public CoreConfig core() {
      return core;
    }

    @Override
    public int serve(Foundation foundation) throws IOException, InterruptedException {
      Bot bot = foundation.bot((outgoing, progress) -> new Sending.Gone(), Directory.EMPTY);
      return foundation.observed(List.of(), Optional::empty, () -> foundation.converse(bot, this));
    }

    @Override
    public End run() throws InterruptedException {
      served.countDown();
      stop.await();
      return End.STOPPED;
    }

    @Override
    public void stop() {
      stop.countDown();
    }
  }

  /** One that does not know our token. */
  private final class Rejecting extends Silent {
    Rejecting(Settings settings) {
      super(settings);
    }

    @Override
    public End run() {
      return End.REJECTED;
    }
  }
}
