package bot.optout.operation;

/** How a program of ours ends. */
public final class ExitCode {
  public static final int DONE = 0;

  /** Machinery was lost: the database, the network for good. */
  public static final int LOST = 1;

  /** Bad configuration or content; every problem was printed. */
  public static final int BAD_CONFIGURATION = 2;

  private ExitCode() {}
}
