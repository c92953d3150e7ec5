package bot.optout.slack;

import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** The program: {@code java -jar slack-adapter.jar [--check]}. */
public final class SlackMain {
  private SlackMain() {}

  /** Ends with one of {@link ExitCode}'s codes, also after SIGTERM. */
  public static void main(String[] args) throws InterruptedException {
    Settings settings = new Settings(System.getenv(), path -> Files.readString(Path.of(path)));
    SlackProgram program =
        new SlackProgram(settings, Clock.systemUTC(), new Random(seed()), System.err);
    Thread hook = new Thread(() -> Runtime.getRuntime().halt(program.stop()), "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    System.exit(program.run(List.of(args)));
  }

  private static long seed() {
    return new SecureRandom().nextLong();
  }
}
