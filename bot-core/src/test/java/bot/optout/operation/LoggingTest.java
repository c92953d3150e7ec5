package bot.optout.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What the shipped logback.xml lets through. */
final class LoggingTest {
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private Logger logger(String name) throws JoranException {
    return logger(name, "text");
  }

  private Logger logger(String name, String format) throws JoranException {
    context.putProperty("OPTOUT_LOG_FORMAT", format);
    context.setMDCAdapter(mdc);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    assertEquals("System.err", appender.getTarget());
    appender.setOutputStream(written);
    return context.getLogger(name);
  }

  private String lines() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tokens_are_taken_out_of_every_line() throws Exception {
    Logger log = logger("bot.optout.Something");
    log.warn("POST https://api.telegram.org/bot123456:AAE-x_y/sendmessage failed");
    log.warn("token {} and {}", "xoxb-12-34-abcDEF", "xapp-1-A0-9-ff");
    String lines = lines();
    assertFalse(lines.contains("AAE"), lines);
    assertFalse(lines.contains("xoxb"), lines);
    assertFalse(lines.contains("xapp"), lines);
    assertTrue(lines.contains("•••/sendmessage failed"), lines);
    assertTrue(lines.contains("token ••• and •••"), lines);
  }

  @Test
  void exceptions_say_where_and_not_what() throws Exception {
    IllegalStateException cause = new IllegalStateException("what people wrote");
    logger("bot.optout.Something").error("Turn 7", new IllegalArgumentException("bot1:AA", cause));
    String lines = lines();
    assertTrue(lines.contains("java.lang.IllegalArgumentException"), lines);
    assertTrue(lines.contains("caused by java.lang.IllegalStateException"), lines);
    assertTrue(lines.contains("LoggingTest.java"), lines);
    assertFalse(lines.contains("what people wrote"), lines);
    assertFalse(lines.contains("bot1:AA"), lines);
  }

  @Test
  void as_json_a_line_is_an_object_with_the_turns_number_and_no_secret() throws Exception {
    Logger log = logger("bot.optout.Something", "json");
    mdc.put("turn", "7");
    log.warn("a \"quoted\" xoxb-12-34-abcDEF\nsecond line");
    mdc.remove("turn");
    log.error("failed", new IllegalArgumentException("what people wrote"));
    List<JsonNode> objects = new ArrayList<>();
    for (String line : lines().strip().split("\n", -1)) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertEquals(2, objects.size(), lines());
    assertEquals("a \"quoted\" •••\nsecond line", objects.get(0).path("message").asText());
    assertEquals("WARN", objects.get(0).path("level").asText());
    assertEquals("bot.optout.Something", objects.get(0).path("logger").asText());
    assertEquals("7", objects.get(0).path("turn").asText());
    assertTrue(Instant.parse(objects.get(0).path("time").asText()).isAfter(Instant.EPOCH));
    assertFalse(objects.get(1).has("turn"));
    assertTrue(objects.get(1).path("trace").asText().contains("LoggingTest.java"), lines());
    assertFalse(lines().contains("what people wrote"), lines());
  }

  @Test
  void we_are_heard_from_info_on_and_libraries_from_warn_on() throws Exception {
    Logger ours = logger("bot.optout.Something");
    assertTrue(ours.isInfoEnabled());
    assertFalse(ours.isDebugEnabled());
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.DEBUG);
    assertFalse(context.getLogger("com.slack.api.bolt.App").isInfoEnabled());
    assertFalse(context.getLogger("org.telegram.telegrambots").isInfoEnabled());
    assertTrue(context.getLogger("com.zaxxer.hikari").isWarnEnabled());
  }
}
