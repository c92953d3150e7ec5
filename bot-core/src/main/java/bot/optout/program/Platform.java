package bot.optout.program;

import bot.optout.operation.CoreConfig;
import java.io.IOException;

/** A platform's part of a program, as the variables configured it. */
public interface Platform {
  /** As it stands in addresses, metrics and the database. */
  String name();

  /** What every program reads. */
  CoreConfig core();

  /**
   * Serves until the brake is pulled or the platform rejects us.
   *
   * @return one of {@link bot.optout.operation.ExitCode}'s codes
   * @throws IOException if a port cannot be had; the message names the variables to look at
   */
  int serve(Foundation foundation) throws IOException, InterruptedException;
}
