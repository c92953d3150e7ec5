package bot.optout.slack;

import bot.optout.program.ProgramMain;

/** The program: {@code java -jar slack-adapter.jar [--check]}. */
public final class SlackMain {
  private SlackMain() {}

  /** Ends with one of {@link bot.optout.operation.ExitCode}'s codes, also after SIGTERM. */
  public static void main(String[] args) throws InterruptedException {
    ProgramMain.run(SlackPlatform::from, args);
  }
}
