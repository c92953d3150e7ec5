package bot.optout.operation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;

/** Takes platform tokens out of a log line: the last net, nothing of ours logs them. */
public final class Redaction extends CompositeConverter<ILoggingEvent> {
  private static final Pattern TOKENS =
      Pattern.compile("bot\\d+:[\\w-]+|\\b\\d{6,}:[\\w-]{30,}|xox[a-z]?[.-][\\w.-]+|xapp-[\\w-]+");

  @Override
  protected String transform(ILoggingEvent event, String line) {
    return TOKENS.matcher(line).replaceAll("•••");
  }
}
