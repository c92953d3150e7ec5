package bot.optout.operation;

import bot.optout.delivery.Failure;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What would print by itself says no more than what happened and where: libraries that log by
 * {@code java.util.logging}, and exceptions that nobody caught. Their texts may quote what people
 * wrote.
 */
public final class Discretion {
  private static final Logger LOG = LoggerFactory.getLogger(Discretion.class);

  private Discretion() {}

  /** From now on, for the whole JVM; a program's first step. */
  public static void begin() {
    LogManager.getLogManager().reset();
    java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new Retelling());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) ->
            LOG.error("The thread {} ended by {}", thread.getName(), Failure.of(thrown)));
  }

  /** Tells who logged and how bad it was, without the words. */
  private static final class Retelling extends Handler {
    @Override
    public void publish(LogRecord said) {
      if (isLoggable(said)) {
        Throwable thrown = said.getThrown();
        LOG.warn(
            "{} says {}: {}",
            said.getLoggerName(),
            said.getLevel().getName(),
            thrown == null ? "-" : Failure.of(thrown));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
