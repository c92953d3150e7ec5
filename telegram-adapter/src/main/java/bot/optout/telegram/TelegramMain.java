package bot.optout.telegram;

import bot.optout.program.Program;

/** The program: {@code java -jar telegram-adapter.jar [--check]}. */
public final class TelegramMain {
  private TelegramMain() {}

  /** Ends with one of {@link bot.optout.operation.ExitCode}'s codes, also after SIGTERM. */
  public static void main(String[] args) throws InterruptedException {
    Program.main(TelegramPlatform::from, args);
  }
}
