package bot.optout.program;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.operation.Discretion;
import bot.optout.operation.Settings;
import bot.optout.operation.Termination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A program as a process of its own: its environment, its clock, its end. */
public final class ProgramMain {
  private ProgramMain() {}

  /**
   * Runs the program and ends the process with one of {@link bot.optout.operation.ExitCode}'s
   * codes, also after SIGTERM.
   *
   * @param platforms configures the platform
   */
  public static void run(Function<Settings, Platform> platforms, String[] args)
      throws InterruptedException {
    Discretion.begin();
    Program program =
        new Program(
            new Settings(System.getenv(), path -> Files.readString(Path.of(path))),
            platforms,
            OnnxEmbedder::load,
            Clock.systemUTC(),
            new Random(new SecureRandom().nextLong()),
            System.err);
    Termination.exitWith(program::stop);
    System.exit(program.run(List.of(args)));
  }
}
