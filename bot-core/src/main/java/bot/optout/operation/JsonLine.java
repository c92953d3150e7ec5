package bot.optout.operation;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A log line as one JSON object: {@code time}, {@code level}, {@code thread}, {@code logger},
 * {@code message}; {@code turn} or {@code delivery} with its number while there is one; {@code
 * trace} where an exception comes from.
 */
public final class JsonLine extends ThrowableHandlingConverter {
  private final ObjectMapper json = new ObjectMapper();
  private final Trace trace = new Trace();

  @Override
  public String convert(ILoggingEvent event) {
    ObjectNode line = json.createObjectNode();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("thread", event.getThreadName());
    line.put("logger", event.getLoggerName());
    line.put("message", event.getFormattedMessage());
    event.getMDCPropertyMap().forEach(line::put);
    if (event.getThrowableProxy() != null) {
      line.put("trace", trace.convert(event));
    }
    try {
      return json.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
