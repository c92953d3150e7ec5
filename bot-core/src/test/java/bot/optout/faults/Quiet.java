package bot.optout.faults;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Thousands of faults would fill the log of the build with what is expected of them: it is not
 * printed, but looked through like any other.
 */
final class Quiet {
  private static final List<Appender<ILoggingEvent>> PRINTING = new ArrayList<>();

  private Quiet() {}

  static synchronized void begin() {
    Iterator<Appender<ILoggingEvent>> appenders = root().iteratorForAppenders();
    while (appenders.hasNext()) {
      Appender<ILoggingEvent> appender = appenders.next();
      if (appender instanceof ConsoleAppender) {
        PRINTING.add(appender);
      }
    }
    PRINTING.forEach(root()::detachAppender);
  }

  static synchronized void end() {
    PRINTING.forEach(root()::addAppender);
    PRINTING.clear();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
