package bot.optout.telegram;

import bot.optout.embedding.OnnxEmbedder;
import bot.optout.operation.Discretion;
import bot.optout.operation.ExitCode;
import bot.optout.operation.Settings;
import bot.optout.operation.Termination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** The program: {@code java -jar telegram-adapter.jar [--check]}. */
public final class TelegramMain {
  private TelegramMain() {}

  /** Ends with one of {@link ExitCode}'s codes, also after SIGTERM. */
  public static void main(String[] args) throws InterruptedException {
    Discretion.begin();
    TelegramProgram program =
        new TelegramProgram(
            new Settings(System.getenv(), path -> Files.readString(Path.of(path))),
            OnnxEmbedder::load,
            Clock.systemUTC(),
            new Random(new SecureRandom().nextLong()),
            System.err);
    Termination.exitWith(program::stop);
    System.exit(program.run(List.of(args)));
  }
}
