package bot.optout.operation;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** Prints where an exception comes from and not its message, which may quote what people wrote. */
public final class Trace extends ThrowableHandlingConverter {
  private static final int FRAMES = 12;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    append(text, "", event.getThrowableProxy());
    return text.toString();
  }

  private static void append(
      StringBuilder text, String relation, @Nullable IThrowableProxy thrown) {
    if (thrown == null) {
      return;
    }
    text.append(relation).append(thrown.getClassName()).append('\n');
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      text.append("  ").append(frames[i].getSTEAsString()).append('\n');
    }
    if (thrown.getCause() != thrown) {
      append(text, "caused by ", thrown.getCause());
    }
  }
}
