package bot.optout.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Looks through everything that is logged in every class of tests, in every module, before tokens
 * are taken out of it, and fails the class whose log gives something {@link Confidential} away.
 */
public final class LogWatch implements BeforeAllCallback, AfterAllCallback {
  private static final Lines LINES = new Lines();

  @Override
  public void beforeAll(ExtensionContext context) {
    LINES.listen();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<String> telling = LINES.take().stream().filter(Confidential::isIn).toList();
    if (!telling.isEmpty()) {
      throw new AssertionError("The log gives people away:\n" + String.join("\n", telling));
    }
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new ArrayList<>();

    synchronized void listen() {
      if (!isStarted()) {
        start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(this);
      }
    }

    synchronized List<String> take() {
      List<String> taken = List.copyOf(lines);
      lines.clear();
      return taken;
    }

    /**
     * The message, the thread's name and whatever is put along; messages of exceptions are never
     * printed.
     */
    @Override
    protected synchronized void append(ILoggingEvent event) {
      lines.add(
          "["
              + event.getThreadName()
              + "] "
              + event.getFormattedMessage()
              + " "
              + event.getMDCPropertyMap());
    }
  }
}
