package bot.optout.telegram;

import bot.optout.program.ProgramMain;

/** The program: {@code java -jar telegram-adapter.jar [--check]}. */
public final class TelegramMain {
  private TelegramMain() {}

  /** Ends with one of {@link bot.optout.operation.ExitCode}'s codes, also after SIGTERM. */
  public static void main(String[] args) throws InterruptedException {
    ProgramMain.run(TelegramPlatform::from, args);
  }
}
