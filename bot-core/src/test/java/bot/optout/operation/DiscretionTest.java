package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing gets past our own logging. */
final class DiscretionTest {
  private static final String WRITTEN = "what people wrote";

  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(Discretion.class);

  @BeforeEach
  void begin() {
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    told.start();
    log.addAppender(told);
    Discretion.begin();
  }

  @AfterEach
  void end() throws Exception {
    log.detachAppender(told);
    Thread.setDefaultUncaughtExceptionHandler(null);
    LogManager.getLogManager().readConfiguration();
    System.setErr(stderr);
  }

  @Test
  void what_a_library_logs_by_itself_is_told_without_its_words() {
    java.util.logging.Logger library = java.util.logging.Logger.getLogger("org.example.Sockets");
    library.log(Level.SEVERE, "closed by " + WRITTEN, new IllegalStateException(WRITTEN));
    library.info(WRITTEN);
    library.warning(WRITTEN);
    assertSaid("org.example.Sockets says SEVERE: java.lang.IllegalStateException at", "WARNING: -");
  }

  @Test
  void what_nobody_caught_is_told_by_its_kind_and_place() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException(WRITTEN);
            },
            "careless");
    thread.start();
    thread.join();
    assertSaid("The thread careless ended by java.lang.IllegalStateException at");
  }

  private void assertSaid(String... parts) {
    List<String> lines = told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertEquals(parts.length, lines.size(), lines.toString());
    for (int i = 0; i < parts.length; i++) {
      assertTrue(lines.get(i).contains(parts[i]), lines.get(i));
    }
    String all = lines + printed.toString(StandardCharsets.UTF_8);
    assertFalse(all.contains(WRITTEN), all);
  }
}
